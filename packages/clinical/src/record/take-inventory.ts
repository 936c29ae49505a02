import type {
  InventoryEntry,
  InventoryItem,
  InventoryState,
  RequestInInventory,
  Said,
  SaidState,
} from "./inventory.ts";
import type { RecordOutline } from "./record-outline.ts";
import { isRecordType, partsOf, type RecordPart, type RecordType } from "./record-types.ts";
import type { ClinicalRecord } from "./record.ts";
import type { ListedType } from "./specialty-list.ts";

/** `added`: when it came, an instant. */
export type AddedRecord = ClinicalRecord & { readonly added: string };
export type AddedOutline = RecordOutline & { readonly added: string };

export interface InventorySource<Request extends RequestInInventory> {
  /** What the programme asks for in the case's specialty. */
  readonly listed: readonly ListedType[];
  readonly entries: readonly InventoryEntry[];
  readonly requests: readonly Request[];
  readonly records: readonly AddedOutline[];
}

/**
 * What the case needs and what of it is there: the specialty's list, the case's own items, and whatever else was asked for. What
 * a person last said of an item stands until a record of its type comes.
 */
export function takeInventory<Request extends RequestInInventory>(
  source: InventorySource<Request>,
): readonly InventoryItem<Request>[] {
  const entries = new Map(source.entries.map((entry) => [entry.id, entry]));
  const { listed } = source;
  const onList = new Set<string>(listed.map(({ type }) => type));
  const known = new Set([...onList, ...entries.keys(), ...source.requests.map(({ id }) => id)]);
  const asked = Map.groupBy(source.requests, ({ id, item }) =>
    item !== null && known.has(item) ? item : id,
  );
  const others = [...entries.keys(), ...asked.keys()].filter((id) => !onList.has(id));
  const of = (id: string, line: Omit<ListedType, "type">) =>
    judge(source.records, { id, ...line, entry: entries.get(id) ?? null, request: newest(asked.get(id)) });
  return [
    ...listed.map(({ type, ...line }) => of(type, line)),
    ...[...new Set(others)].map((id) => of(id, notListed)),
  ];
}

const notListed = { isCore: false, blocks: null };

function newest<Request extends RequestInInventory>(requests: readonly Request[] = []): Request | null {
  return requests.reduce<Request | null>(
    (last, next) => (last === null || next.asked >= last.asked ? next : last),
    null,
  );
}

interface Judged<Request> extends Omit<ListedType, "type"> {
  readonly id: string;
  readonly entry: InventoryEntry | null;
  readonly request: Request | null;
}

function judge<Request extends RequestInInventory>(
  records: readonly AddedOutline[],
  { id, isCore, blocks, entry, request }: Judged<Request>,
): InventoryItem<Request> {
  const type = isRecordType(id) ? id : null;
  const said = entry?.said ?? null;
  const word = lastWord(said, request);
  const found = type === null ? nothing : lookFor(type, records);
  const stands = word !== null && (word.state === "here" || !hasCome(type, records, word.at));
  const isOpen = request?.state === "open";
  const state = isOpen ? "asked" : stands ? word.state : found.state;
  return {
    id,
    type,
    what: entry?.what ?? (type === null ? (request?.what ?? null) : null),
    state,
    absent: state === "incomplete" ? found.absent : [],
    isNeeded: isCore || (request?.required ?? false),
    // What somebody wrote for this case says more than the list.
    blocks: entry?.blocks ?? blocks,
    request,
    said: stands && !isOpen && word.at === said?.at ? said : null,
    told: entry?.told ?? null,
  };
}

interface Word {
  readonly state: SaidState;
  readonly at: string;
}

/** What was said last of it: by itself, or as the answer to a request. */
function lastWord(said: Said | null, request: RequestInInventory | null): Word | null {
  const isAnswered = request !== null && request.state !== "open";
  const answer = isAnswered ? { state: request.state, at: request.answered ?? request.asked } : null;
  if (said === null || answer === null) return said ?? answer;
  return said.at >= answer.at ? said : answer;
}

const hasCome = (type: RecordType | null, records: readonly AddedOutline[], since: string): boolean =>
  type !== null &&
  partsOf(type).some(([, fits]) =>
    records.some((record) => Date.parse(record.added) > Date.parse(since) && fits(record)),
  );

interface Found {
  readonly state: Extract<InventoryState, "here" | "incomplete" | "missing">;
  readonly absent: readonly RecordPart[];
}

const nothing: Found = { state: "missing", absent: [] };

function lookFor(type: RecordType, records: readonly RecordOutline[]): Found {
  const parts = partsOf(type);
  const lacking = parts.filter(([, fits]) => !records.some(fits));
  if (lacking.length === parts.length) return nothing;
  const absent = lacking.flatMap(([part]) => (part === null ? [] : [part]));
  return { state: lacking.length === 0 ? "here" : "incomplete", absent };
}

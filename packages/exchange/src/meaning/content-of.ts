import { ofThatCaseAlone } from "@consilium/interchange";
import { isNode, type NormalEntry } from "./normal-form.ts";

type Node = NormalEntry["resource"];

/** What a case says of itself anew: its number, when it was opened, how far it is, who asks. */
const ofTheCase: Readonly<Record<string, readonly string[]>> = {
  ServiceRequest: ["identifier", "authoredOn", "status", "requester"],
};

export interface CaseContent {
  readonly entries: readonly NormalEntry[];
  /** What cannot be equal in two cases, by type and reason: `Practitioner of-that-case`. */
  readonly left: readonly string[];
}

/**
 * What two exports are compared by. Not compared: what is tagged as belonging to one case alone (people and their seats, questions as
 * they were submitted, remarks, tasks, consents, signed reports, who exported), and what names bytes that lie beside the bundle
 * (documents, pictures, studies): a file in FHIR brings none. Of the request, `ofTheCase` is left out. A reference to what is not
 * compared says only its type.
 */
export function contentOf(bundle: unknown): CaseContent {
  const listed = isNode(bundle) && Array.isArray(bundle["entry"]) ? bundle["entry"] : [];
  const entries = listed.flatMap((entry: unknown): readonly NormalEntry[] => {
    if (!isNode(entry) || !isNode(entry["resource"])) return [];
    const { fullUrl, resource } = entry;
    return isNode(resource) ? [{ address: typeof fullUrl === "string" ? fullUrl : null, resource }] : [];
  });
  const whyNot = new Map(entries.map((entry) => [entry, reasonOf(entry.resource)]));
  const left = entries.filter((entry) => whyNot.get(entry) !== undefined);
  const types = new Map(
    left.flatMap(({ address, resource }) => (address === null ? [] : [[address, typeOf(resource)] as const])),
  );
  return {
    entries: entries
      .filter((entry) => whyNot.get(entry) === undefined)
      .map(({ address, resource }) => ({ address, resource: compared(resource, types) })),
    left: [
      ...new Set(left.map((entry) => `${typeOf(entry.resource)} ${whyNot.get(entry) ?? ""}`)),
    ].toSorted(),
  };
}

const typeOf = ({ resourceType }: Node): string => (typeof resourceType === "string" ? resourceType : "");

function reasonOf(resource: Node): "of-that-case" | "files-beside" | undefined {
  const meta = resource["meta"];
  const tags: readonly unknown[] = isNode(meta) && Array.isArray(meta["tag"]) ? meta["tag"] : [];
  if (tags.some((tag) => isNode(tag) && tag["system"] === ofThatCaseAlone.system)) return "of-that-case";
  const isStudy = typeOf(resource) === "ImagingStudy" && "series" in resource;
  return isStudy || hasFile(resource["content"]) ? "files-beside" : undefined;
}

const hasFile = (content: unknown): boolean =>
  Array.isArray(content) &&
  content.some((one) => isNode(one) && isNode(one["attachment"]) && "url" in one["attachment"]);

function compared(resource: Node, types: ReadonlyMap<string, string>): Node {
  const left = ofTheCase[typeOf(resource)] ?? [];
  const kept = Object.entries(resource).filter(([key]) => !left.includes(key) || isOrder(resource));
  return Object.fromEntries(kept.map(([key, value]) => [key, plain(value, types)]));
}

/** What was ordered in a record is content as it stands. */
const isOrder = ({ category }: Node): boolean => category === undefined;

function plain(value: unknown, types: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => plain(one, types));
  if (!isNode(value)) return value;
  const type = typeof value["reference"] === "string" ? types.get(value["reference"]) : undefined;
  if (type !== undefined) return { type };
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, plain(held, types)]));
}

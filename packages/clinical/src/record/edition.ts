import { z } from "zod";
import { mayBeSamePatient } from "./same-patient.ts";

/** Longer identifiers are none. */
export const longestIdentifier = 400;
/** Of one document, or of those that it replaces. */
export const mostIdentifiers = 8;

const identifiers = z.array(z.string().min(1).max(longestIdentifier)).max(mostIdentifiers).readonly();

/** Which document of its sender's a record was read from, and which version of it, as far as the file says so. */
export const editionSchema = z
  .object({
    /** Of this very version. */
    ids: identifiers,
    /** What all versions have in common. */
    set: z.string().min(1).max(longestIdentifier).nullable(),
    version: z.number().int().nonnegative().nullable(),
    /** Ids, or the set, of what it says that it replaces. */
    replaces: identifiers,
    /** Whom the document is about, as it writes them: an identifier may be used twice. */
    patient: z.object({ name: z.string(), born: z.string().nullable() }).readonly().nullable(),
  })
  .readonly();
export type Edition = z.infer<typeof editionSchema>;

/** A record as far as its versions need it. */
export interface EditedRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly edition: Edition;
}

export interface EditionChange {
  readonly earlier: string;
  readonly newer: string;
}

/**
 * Which records take the place of which, by what their documents say. Each is replaced by the version that comes next, so that
 * what a person took apart stays apart when a third version comes: of two records one must be among `added`. Where documents
 * contradict each other, go round in circles or leave a choice, nothing is replaced.
 */
export function editionChanges(
  records: readonly EditedRecord[],
  added: ReadonlySet<string>,
): readonly EditionChange[] {
  const kinds = new Map(
    [...Map.groupBy(records, ({ kind }) => kind)].map(([kind, all]) => [kind, shelve(all)]),
  );
  const changes = records.flatMap((record) => {
    const shelf = kinds.get(record.kind);
    const newer = shelf && nextOf(record, shelf);
    const isNews = newer !== undefined && (added.has(record.id) || added.has(newer.id));
    return isNews ? [{ earlier: record.id, newer: newer.id }] : [];
  });
  const next = new Map(changes.map(({ earlier, newer }) => [earlier, newer]));
  return changes.filter(({ earlier }) => !leadsToItself(next, earlier));
}

/** Records of one kind: a file may hold thousands of them, of which few have to do with each other. */
interface Shelf {
  readonly all: readonly EditedRecord[];
  readonly ofSet: ReadonlyMap<string | null, readonly EditedRecord[]>;
  readonly replacing: ReadonlyMap<string, readonly EditedRecord[]>;
}

function shelve(all: readonly EditedRecord[]): Shelf {
  const said = all.flatMap((record) => record.edition.replaces.map((name) => ({ name, record })));
  const replacing = Map.groupBy(said, ({ name }) => name);
  return {
    all,
    ofSet: Map.groupBy(all, ({ edition }) => edition.set),
    replacing: new Map([...replacing].map(([name, found]) => [name, found.map(({ record }) => record)])),
  };
}

function relatedTo({ edition }: EditedRecord, { ofSet, replacing }: Shelf): ReadonlySet<EditedRecord> {
  const ofOneSet = edition.set === null ? [] : (ofSet.get(edition.set) ?? []);
  return new Set([...ofOneSet, ...namesOf(edition).flatMap((name) => replacing.get(name) ?? [])]);
}

const namesOf = ({ ids, set }: Edition): readonly string[] => (set === null ? ids : [...ids, set]);

/** The version that comes next. Undefined: there is none, or more than one. */
function nextOf(record: EditedRecord, shelf: Shelf): EditedRecord | undefined {
  const { all } = shelf;
  const newer = [...relatedTo(record, shelf)].filter(
    (other) => other !== record && supersedes(other, record) && areCounterparts(record, other, all),
  );
  const nearest = newer.filter((one) => !newer.some((other) => other !== one && supersedes(one, other)));
  const [only] = nearest;
  if (!only || nearest.length > 1) return undefined;
  const isExplicit = saysSo(only.edition, record.edition);
  return isExplicit || !hasDouble(record, all) ? only : undefined;
}

function supersedes({ edition: one }: EditedRecord, { edition: other }: EditedRecord): boolean {
  const arePeopleTwo =
    one.patient !== null && other.patient !== null && !mayBeSamePatient(one.patient, other.patient);
  if (arePeopleTwo) return false;
  // Both say which version they are: whatever else they say is older than that.
  if (isSameSet(one, other) && one.version !== null && other.version !== null)
    return one.version > other.version;
  return saysSo(one, other) && !saysSo(other, one);
}

const isSameSet = (one: Edition, other: Edition): boolean => one.set !== null && one.set === other.set;

const saysSo = (one: Edition, other: Edition): boolean =>
  namesOf(other).some((name) => one.replaces.includes(name));

/** One document makes several records of a kind: those with one title belong together, or the only ones. */
function areCounterparts(one: EditedRecord, other: EditedRecord, alike: readonly EditedRecord[]): boolean {
  const [mine, theirs] = [one, other].map(({ edition }) =>
    alike.filter((each) => isSame(each.edition, edition)),
  );
  if (mine?.length === 1 && theirs?.length === 1) return true;
  const isOnly = (record: EditedRecord, all: readonly EditedRecord[] | undefined) =>
    all?.filter(({ title }) => title === record.title).length === 1;
  return one.title === other.title && isOnly(one, mine) && isOnly(other, theirs);
}

/** Another document says that it is this version too. */
const hasDouble = ({ edition }: EditedRecord, alike: readonly EditedRecord[]): boolean =>
  alike.some(
    (other) =>
      isSameSet(other.edition, edition) &&
      other.edition.version === edition.version &&
      !isSame(other.edition, edition),
  );

const isSame = (one: Edition, other: Edition): boolean => JSON.stringify(one) === JSON.stringify(other);

function leadsToItself(next: ReadonlyMap<string, string>, id: string): boolean {
  const met = new Set<string>();
  for (let at = next.get(id); at !== undefined && !met.has(at); at = next.get(at)) {
    if (at === id) return true;
    met.add(at);
  }
  return false;
}

import { type ClinicalRecord, filesOfSlide, type Picture, type StoredFile } from "@consilium/clinical";
import type { KeptFile, SameFile } from "@consilium/database";
import type { Kept, LookedUp } from "./keep-reading.ts";
import { archivesAmong } from "./paths.ts";

/**
 * Records that files make without others: documents, photographs, notes, what FHIR and C-CDA hold. A file that the case has
 * already, or that comes twice, becomes no second record.
 */
export function recordsOfFiles({ result, leftOut, known }: LookedUp): Kept {
  const paths = pathsOfRecords(result, leftOut);
  const records: ClinicalRecord[] = [];
  const files = new Map<string, KeptFile>();
  const recordsAt = new Map<string, string[]>();
  const duplicates = new Set<string>();
  /** By digest: where these bytes came first, and as which record. */
  const first = new Map<string, { readonly at: readonly string[]; readonly recordId: string }>();
  for (const record of result.records) {
    const at = paths.get(record.id);
    if (!at) continue;
    const own = filesOf(record, result, at);
    const before = recordBefore(own, at, known, first);
    for (const path of at) {
      recordsAt.set(path, [...(recordsAt.get(path) ?? []), before ?? record.id]);
      if (before !== undefined) duplicates.add(path);
    }
    if (before !== undefined) continue;
    records.push(record);
    for (const file of own) {
      if (files.has(file.id)) continue;
      const isCopy = first.has(file.sha256) || known.has(file.id);
      if (!first.has(file.sha256)) first.set(file.sha256, { at, recordId: record.id });
      files.set(file.id, { file, recordId: record.id, isCopy });
    }
  }
  return { records, studies: [], files: [...files.values()], recordsAt, duplicates };
}

/** Of each record the files that it was read from; one whose files are all about somebody else is not there. */
function pathsOfRecords(
  { outcomes, records }: LookedUp["result"],
  leftOut: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const archives = archivesAmong(outcomes.map(({ path }) => path));
  const members = outcomes.filter(({ path }) => !leftOut.has(path) && !archives.has(path));
  const named = Map.groupBy(
    members.flatMap(({ path, records: ids }) => ids.map((id) => ({ path, id }))),
    ({ id }) => id,
  );
  return new Map(
    records.flatMap(({ id }) => {
      const found = named.get(id);
      return found ? [[id, found.map(({ path }) => path)] as const] : [];
    }),
  );
}

/** What a record shows, or what it was read from. */
function filesOf(
  record: ClinicalRecord,
  { originals }: LookedUp["result"],
  at: readonly string[],
): readonly StoredFile[] {
  if (record.kind === "document") return [record.content.file];
  if (record.kind === "slide") return filesOfSlide(record.content);
  if (record.kind === "pictures") return record.content.pictures.flatMap(filesOfPicture);
  return originals.filter(({ path }) => at.includes(path)).map(({ file }) => file);
}

const filesOfPicture = ({ file, original }: Picture): readonly StoredFile[] =>
  original === null ? [file] : [file, original];

/** The record that was made of the same bytes before: in the case, or at another place of this delivery. */
function recordBefore(
  own: readonly StoredFile[],
  at: readonly string[],
  known: ReadonlyMap<string, SameFile>,
  first: ReadonlyMap<string, { readonly at: readonly string[]; readonly recordId: string }>,
): string | undefined {
  const before = own.map(({ id, sha256 }) => {
    const here = first.get(sha256);
    const elsewhere = here && !here.at.some((path) => at.includes(path)) ? here.recordId : undefined;
    return known.get(id)?.recordId ?? elsewhere;
  });
  const [one] = before;
  return one && before.every((other) => other === one) ? one : undefined;
}

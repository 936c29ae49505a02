import { type ClinicalRecord, recordsAccess, recordSchema, type StoredFile } from "@consilium/clinical";
import { filesOfRecords, importsOf, readImport, recordsOf } from "@consilium/database";
import { type ExportedFile, type ExportedRecord, safeName, type ZipMember } from "@consilium/exchange";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";

export interface RecordFiles {
  readonly records: readonly ExportedRecord[];
  readonly files: readonly ExportedFile[];
  readonly members: readonly ZipMember[];
}

const recordsAtOnce = 500;

/** The records that the seat may read, their files as they came, and the files that records were imported from. */
export async function readRecordFiles(services: Services, visit: Visit): Promise<RecordFiles> {
  const access = recordsAccess(visit.seat, visit.facts, services.now());
  const shelf = new Shelf();
  if (!access.read) return { records: [], files: [], members: [] };
  const records: ExportedRecord[] = [];
  for (let after: string | null = null; ;) {
    const page = await recordsOf(services.open.database, visit.key, visit.row.id, {
      after,
      limit: recordsAtOnce,
      withoutRevealing: access.withoutRevealing,
    });
    const read = page.map(({ content }) => recordSchema.parse(content));
    records.push(...(await withFiles(services, visit, read, shelf)));
    after = page.at(-1)?.id ?? null;
    if (page.length < recordsAtOnce) break;
  }
  // What a file held can tell the first opinion, whatever its records do.
  if (!access.withoutRevealing) await addImports(services, visit, shelf);
  return { records, files: shelf.files, members: shelf.members };
}

async function withFiles(
  services: Services,
  { key }: Visit,
  records: readonly ClinicalRecord[],
  shelf: Shelf,
): Promise<readonly ExportedRecord[]> {
  const ids = records.map(({ id }) => id);
  const stored = Map.groupBy(
    await filesOfRecords(services.open.database, key, ids),
    ({ recordId }) => recordId,
  );
  return records.map((record) => {
    const derived = madeHere(record);
    const own = (stored.get(record.id) ?? []).filter(({ file }) => !derived.has(file.id));
    return {
      record,
      files: own.map(({ file }) => shelf.add(file, () => services.caseFiles.read(key, file))),
    };
  });
}

/** What was made here of an original that is kept beside it: it is not what came. */
function madeHere(record: ClinicalRecord): ReadonlySet<string> {
  if (record.kind === "pictures")
    return new Set(
      record.content.pictures.flatMap(({ file, original }) => (original === null ? [] : [file.id])),
    );
  if (record.kind !== "slide") return new Set();
  const { tiles, original } = record.content;
  return new Set(original === null || "levels" in tiles ? [] : [tiles.file.id, tiles.index.id]);
}

async function addImports({ open }: Services, { row, key }: Visit, shelf: Shelf): Promise<void> {
  const read = async (id: string): Promise<Buffer> => {
    const bytes = await readImport(open.database, key, id);
    if (!bytes) throw new Error("A file that records were imported from is not there");
    return bytes;
  };
  for (const { id, sha256 } of await importsOf(open.database, row.id)) {
    const bytes = await read(id);
    const isXml = bytes.subarray(0, 64).toString().trimStart().startsWith("<");
    const [name, mediaType] = isXml
      ? ["imported.xml", "application/xml"]
      : ["imported.json", "application/fhir+json"];
    // One at a time, and not kept: forty MiB is the most that one has.
    shelf.add({ id, name, mediaType, bytes: bytes.length, sha256 }, async function* () {
      yield await read(id);
    });
  }
}

/** Files by their content: the same one lies in an export once. */
class Shelf {
  readonly files: ExportedFile[] = [];
  readonly members: ZipMember[] = [];
  private readonly known = new Map<string, ExportedFile>();

  add({ name, mediaType, bytes, sha256 }: StoredFile, open: ZipMember["open"]): ExportedFile {
    const there = this.known.get(sha256);
    if (there) return { ...there, name };
    const path = `files/${sha256.slice(0, 16)}-${safeName(name)}`;
    const file = { path, name, mediaType, bytes, sha256 };
    this.known.set(sha256, file);
    this.files.push(file);
    this.members.push({ path, bytes, sha256, open });
    return file;
  }
}

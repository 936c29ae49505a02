import { type ClinicalRecord, recordSchema } from "@consilium/clinical";
import type { AttachedFile, NotUnderstood } from "@consilium/interchange";
import type { Kept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import { sniff } from "../sniff/sniff.ts";
import { memorySource } from "../source.ts";
import { pdfReader } from "./pdf-reader.ts";
import { pictureReader } from "./picture-reader.ts";
import type { Desk, FileInHand } from "./reader.ts";

/** What is attached to a record is a page to look at. Whatever else lies there is said, and not opened. */
const readers = [pdfReader, pictureReader];
/** The file has its time for all of them together. */
const mostAttached = 50;

export interface ReadAttached {
  readonly records: readonly ClinicalRecord[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** What one of them does not show, the first. */
  readonly reason: OutcomeReason | null;
}

type Read = { readonly record: ClinicalRecord; readonly reason: OutcomeReason | null } | NotUnderstood;

/** Files within a file of records, each through the reader of its kind, under the heading that it has there. */
export async function readAttached(
  attached: readonly AttachedFile[],
  file: FileInHand,
  desk: Desk,
): Promise<ReadAttached> {
  const records: ClinicalRecord[] = [];
  const notUnderstood: NotUnderstood[] = [];
  const reasons: (OutcomeReason | null)[] = [];
  for (const [place, one] of attached.entries()) {
    const read = place < mostAttached ? await readOne(one, file, desk) : leave(one, "attachment-too-many");
    if ("gap" in read) notUnderstood.push(read);
    else {
      records.push(read.record);
      reasons.push(read.reason);
    }
  }
  return { records, notUnderstood, reason: reasons.find((reason) => reason !== null) ?? null };
}

const leave = ({ at }: AttachedFile, gap: NotUnderstood["gap"]): NotUnderstood => ({ ...at, gap, count: 1 });

async function readOne(one: AttachedFile, { path }: FileInHand, desk: Desk): Promise<Read> {
  const source = memorySource(one.bytes);
  const kind = await sniff(source);
  const name = one.heading.title.replace(/[/\\:*?"<>|]+/g, " ").trim();
  const inHand = { path, source, kind, name: `${name}.${kind.kind === "jpeg" ? "jpg" : kind.kind}` };
  const reader = readers.find(({ takes }) => takes(inHand));
  if (!reader) return leave(one, "attachment-not-text");
  const reading = await reader.read(inHand, desk);
  const record = reading.is === "kept" ? recordOf(reading, one) : null;
  return record === null ? leave(one, "attachment-unreadable") : { record, reason: reading.reason };
}

/** As its reader understood it, under the heading of what it was attached to. */
function recordOf({ records: [record], part }: Kept, { heading }: AttachedFile): ClinicalRecord | null {
  if (record?.kind === "document") return { ...record, ...heading };
  if (part?.kind !== "pictures") return null;
  return recordSchema.parse({ ...heading, kind: "pictures", content: { pictures: part.pictures } });
}

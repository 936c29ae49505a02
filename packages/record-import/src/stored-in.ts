import { type ClinicalRecord, filesOfSlide, type StoredFile } from "@consilium/clinical";
import type { Part } from "./file-reading.ts";
import type { KeptFile } from "./process/protocol.ts";

type Pictured = Extract<ClinicalRecord, { kind: "pictures" }>["content"]["pictures"];

const ofPictures = (pictures: Pictured): readonly StoredFile[] =>
  pictures.flatMap(({ file, original }) => (original === null ? [file] : [file, original]));

/** The stored files that a record names as its own. */
export function filesOfRecord(record: ClinicalRecord): readonly StoredFile[] {
  if (record.kind === "document") return [record.content.file];
  if (record.kind === "slide") return filesOfSlide(record.content);
  return record.kind === "pictures" ? ofPictures(record.content.pictures) : [];
}

export function filesOfPart(part: Part): readonly StoredFile[] {
  if (part.kind === "directory") return [];
  return part.kind === "pictures" ? ofPictures(part.pictures) : [part.file];
}

/** Whether these were stored in this delivery: the reading process could name any other file of the case. */
export const areStored = (files: readonly StoredFile[], stored: ReadonlyMap<string, KeptFile>): boolean =>
  files.every(({ id, sha256, bytes }) => {
    const known = stored.get(id);
    return known !== undefined && known.sha256 === sha256 && known.bytes === bytes;
  });

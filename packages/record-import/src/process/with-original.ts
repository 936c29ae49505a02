import type { FileReading, Kept, NotKept } from "../file-reading.ts";
import type { Desk, FileInHand } from "../readers/reader.ts";
import type { FileKind } from "../sniff/file-kind.ts";
import { filesOfRecord } from "../stored-in.ts";

const mediaTypes: Readonly<Partial<Record<FileKind["kind"], string>>> = {
  json: "application/json",
  xml: "application/xml",
  html: "text/html",
  text: "text/plain",
};

/** Of what became words and values the file itself is kept too; a letter attached to them is a file of its own. */
export async function withOriginal(
  reading: Kept | NotKept,
  file: FileInHand,
  desk: Desk,
): Promise<FileReading> {
  if (reading.is !== "kept" || reading.part !== null) return reading;
  const { records } = reading;
  if (records.length > 0 && records.every((record) => filesOfRecord(record).length > 0)) return reading;
  const mediaType = mediaTypes[file.kind.kind] ?? "application/octet-stream";
  const original = await desk.storeSource({ name: file.name, mediaType }, file.source);
  return { ...reading, original };
}

import { cleanText, personName } from "@consilium/interchange";
import { z } from "zod";
import { ArchiveFailure } from "./archive-problem.ts";
import { type Archive, uidPattern } from "./archive.ts";
import { type Answer, askArchive } from "./ask-archive.ts";

const Element = z.looseObject({ Value: z.array(z.unknown()).optional() });
const DataSets = z.array(z.record(z.string(), Element));

/** Attributes by their tags, as DICOM JSON has them (PS3.18, F.2). */
export type DataSet = z.infer<typeof DataSets>[number];

/** Bytes of one answer: some thousands of attributes' sets. */
const mostBytes = 8 * 2 ** 20;
/** Milliseconds that a search may take. */
const within = 20_000;

/** What QIDO-RS answers at a path below the archive's address. Throws `ArchiveFailure`, or the signal's reason. */
export async function askForDataSets(
  archive: Archive,
  path: string,
  signal: AbortSignal,
): Promise<readonly DataSet[]> {
  const question = { path, accept: "application/dicom+json", within, signal };
  return (await askArchive(archive, question, readDataSets)) ?? [];
}

async function readDataSets({ type, body }: Answer): Promise<readonly DataSet[]> {
  if (!/json/i.test(type)) throw new ArchiveFailure("not-dicom");
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new ArchiveFailure("too-large");
    chunks.push(chunk);
  }
  const read = DataSets.safeParse(parse(Buffer.concat(chunks).toString()));
  if (!read.success) throw new ArchiveFailure("not-dicom");
  return read.data;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a list shows of one attribute. */
const longest = 200;

const lineOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number"
    ? cleanText(String(value)).replaceAll(/\s+/g, " ").trim().slice(0, longest)
    : "";

/** The values as text, each on one line; what is empty is left out. */
export const textsOf = (data: DataSet, tag: string): readonly string[] =>
  (data[tag]?.Value ?? []).map(lineOf).filter((text) => text !== "");

export const textOf = (data: DataSet, tag: string): string => textsOf(data, tag)[0] ?? "";

/** A whole number that is not negative; null where there is none. */
export function countOf(data: DataSet, tag: string): number | null {
  const text = textOf(data, tag);
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A well-formed identifier, else undefined. */
export function uidOf(data: DataSet, tag: string): string | undefined {
  const text = textOf(data, tag);
  return uidPattern.test(text) ? text : undefined;
}

/** `2026-11-03`; null where it is no whole date. */
export function dateOf(data: DataSet, tag: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(textOf(data, tag)) ?? [];
  const date = `${year}-${month}-${day}`;
  return z.iso.date().safeParse(date).success ? date : null;
}

const Name = z.looseObject({ Alphabetic: z.string().optional(), Ideographic: z.string().optional() });

/** Of a person, as it is said: "Mara Lind". */
export function nameOf(data: DataSet, tag: string): string {
  const name = Name.safeParse(data[tag]?.Value?.[0]);
  if (!name.success) return personName(textOf(data, tag));
  const { Alphabetic = "", Ideographic = "" } = name.data;
  return personName(`${lineOf(Alphabetic)}=${lineOf(Ideographic)}`);
}

import { inflateRawSync } from "node:zlib";
import {
  type DicomReading,
  type DicomRefusal,
  type DicomWarning,
  readDicom,
  readDicomDir,
  readEncapsulatedDocument,
} from "@consilium/interchange";
import { kept, type Kept, notRead, type NotKept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import { memorySource, wholeOf } from "../source.ts";
import { pdfReader } from "./pdf-reader.ts";
import type { Desk, FileInHand, Reader } from "./reader.ts";

const refusals: Readonly<Record<DicomRefusal, OutcomeReason>> = {
  "not-dicom": "damaged",
  directory: "dicom-directory",
  "no-identifiers": "dicom-no-identifiers",
  "cut-short": "cut-off",
  "too-deep": "too-complicated",
  "too-many-elements": "too-complicated",
  "too-many-frames": "too-complicated",
  "deflated-damaged": "damaged",
  "deflated-too-large": "unpacks-too-large",
};

/** What a person must know before they trust the picture. The rest was put right. */
const worthSaying: Readonly<Partial<Record<DicomWarning, OutcomeReason>>> = {
  "cut-short": "dicom-cut-short",
  "pixels-cut-short": "dicom-cut-short",
  "frames-not-found": "dicom-cut-short",
  damaged: "dicom-damaged",
};

const inflate = (deflated: Uint8Array, most: number): Uint8Array | "too-large" | null => {
  try {
    return inflateRawSync(deflated, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof RangeError || String(error).includes("Cannot create a Buffer");
    return isTooLarge ? "too-large" : null;
  }
};

async function readFile(file: FileInHand, desk: Desk): Promise<Kept | NotKept> {
  if (file.source.bytes > desk.limits.inMemory) return notRead("too-large");
  const content = await wholeOf(file.source);
  const reading = readDicom(content, { inflate });
  if (!reading.ok) return notKept(reading.reason, content);
  const { name, birthDate } = reading.instance.patient;
  const patients = name === "" ? [] : [{ name, birthDate }];
  const inside = await readDocumentInside(reading, file, desk);
  if (inside) return inside.is === "kept" ? { ...inside, patients } : inside;
  return { ...kept({ reason: reasonOf(reading.warnings), patients }), part: await keep(reading, file, desk) };
}

function notKept(reason: DicomRefusal, content: Uint8Array): Kept | NotKept {
  const listed = reason === "directory" ? readDicomDir(content) : [];
  return listed.length > 0 ? kept({ part: { kind: "directory", listed } }) : notRead(refusals[reason]);
}

const reasonOf = (warnings: readonly DicomWarning[]): OutcomeReason | null =>
  warnings.map((warning) => worthSaying[warning]).find((reason) => reason !== undefined) ?? null;

type Read = Extract<DicomReading, { ok: true }>;

async function keep({ instance, stored }: Read, { name }: FileInHand, desk: Desk) {
  const file = await desk.store({ name, mediaType: "application/dicom" }, piecesOfMemory(stored));
  return {
    kind: "instance",
    filed: { instance, fileId: file.id, sha256: file.sha256, bytes: file.bytes },
    file,
  } as const;
}

async function* piecesOfMemory(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = 2 ** 20;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

/** A PDF in a DICOM file is read as the PDF that it is. */
async function readDocumentInside({ instance, stored }: Read, file: FileInHand, desk: Desk) {
  if (instance.content !== "document") return undefined;
  const inside = readEncapsulatedDocument(stored);
  if (inside?.mimeType !== "application/pdf") return notRead("kind-not-read");
  const title = inside.title || instance.series.description || instance.study.description;
  const name = title === "" ? file.name : `${title}.pdf`;
  return pdfReader.read({ ...file, name, source: memorySource(inside.bytes) }, desk);
}

/** Slices become a study only together, also with those that the case has already: what is kept here is a part. */
export const dicomReader: Reader = { takes: ({ kind: { kind } }) => kind === "dicom", read: readFile };

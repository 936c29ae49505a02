import { inflateRawSync } from "node:zlib";
import {
  type DicomReading,
  type DicomRefusal,
  type DicomWarning,
  findNativePixels,
  findPackedPixels,
  type LeftOutPixels,
  notDisplayed,
  readDicom,
  readDicomDir,
  readEncapsulatedDocument,
  withoutPixels,
} from "@consilium/interchange";
import { kept, type Kept, notRead, type NotKept } from "../file-reading.ts";
import type { OutcomeReason } from "../reasons.ts";
import { memorySource, piecesOf, readInWindows, type Source, sourceWithin, wholeOf } from "../source.ts";
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
  const fetched = await fetchFile(file.source, desk.limits.inMemory);
  if (fetched === null) return notRead("too-large");
  const { bytes, leftOut } = fetched;
  const reading = readDicom(bytes, { inflate, ...(leftOut && { leftOut }) });
  if (!reading.ok) return notKept(reading.reason, bytes);
  const { name, birthDate } = reading.instance.patient;
  const patients = name === "" ? [] : [{ name, birthDate }];
  const inside = await readDocumentInside(reading, file, desk);
  if (inside) return inside.is === "kept" ? { ...inside, patients } : inside;
  return {
    ...kept({ reason: reasonOf(reading), patients }),
    part: await keep(reading, file, fetched, desk),
  };
}

function notKept(reason: DicomRefusal, content: Uint8Array): Kept | NotKept {
  const listed = reason === "directory" ? readDicomDir(content) : [];
  return listed.length > 0 ? kept({ part: { kind: "directory", listed } }) : notRead(refusals[reason]);
}

/** What a person must know first: that something is missing, that nothing of it is seen, that a program was in it. */
function reasonOf({ warnings, instance }: Read): OutcomeReason | null {
  const said = warnings.map((warning) => worthSaying[warning]).find((reason) => reason !== undefined);
  const hidden = notDisplayed(instance);
  if (said !== undefined) return said;
  if (hidden !== null) return `not-shown-${hidden}`;
  return warnings.includes("preamble-emptied") ? "dicom-preamble-emptied" : null;
}

type Read = Extract<DicomReading, { ok: true }>;

async function keep(reading: Read, { name, source }: FileInHand, fetched: Fetched, desk: Desk) {
  const { instance, stored } = reading;
  const named = { name, mediaType: "application/dicom" };
  const file =
    fetched.leftOut === undefined && stored !== fetched.bytes
      ? await desk.store(named, piecesOf(memorySource(stored)))
      : await desk.storeSource(named, source, stored.subarray(0, preamble));
  return {
    kind: "instance",
    filed: { instance, fileId: file.id, sha256: file.sha256, bytes: file.bytes },
    file,
  } as const;
}

/** Bytes at the beginning of a file that are no part of DICOM. */
const preamble = 128;
/** Of most slices all that stands before its pixels; of nearly all others. */
const headBytes = [2 ** 14, 2 ** 16];
/** The same of a file that is too large to be held: thousands of frames each have their place and time there. */
const largeHead = 2 ** 25;

interface Fetched {
  readonly bytes: Uint8Array;
  /** The pixels are not among them. */
  readonly leftOut: LeftOutPixels | undefined;
}

/**
 * A file without its pixels: nobody looks at them here, and most of a study is pixels. Packed ones are left out only where the
 * file is too large to be held. Null where what is left has more than `most` bytes.
 */
async function fetchFile(source: Source, most: number): Promise<Fetched | null> {
  for (const size of source.bytes > most ? [...headBytes, Math.min(largeHead, most)] : headBytes) {
    const head = await wholeOf(sourceWithin(source, 0, Math.min(size, source.bytes)));
    const leftOut = await pixelsLeftOut(source, head, most);
    if (leftOut !== null) return fetchAround(source, { head, leftOut, most });
  }
  return source.bytes > most ? null : { bytes: await wholeOf(source), leftOut: undefined };
}

async function pixelsLeftOut(source: Source, head: Uint8Array, most: number): Promise<LeftOutPixels | null> {
  if (head.length >= source.bytes) return null;
  const native = findNativePixels(head, source.bytes);
  if (native !== null || source.bytes <= most) return native;
  const packed = await findPackedPixels(head, readInWindows(source));
  return packed === "too-many" ? null : packed;
}

interface AroundPixels {
  readonly head: Uint8Array;
  readonly leftOut: LeftOutPixels;
  readonly most: number;
}

async function fetchAround(source: Source, { head, leftOut, most }: AroundPixels): Promise<Fetched | null> {
  const [start, length] = leftOut.range;
  const behind = source.bytes - start - length;
  if (start + behind > most) return null;
  const tail = await wholeOf(sourceWithin(source, start + length, behind));
  return { bytes: withoutPixels(head, leftOut, tail), leftOut };
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

import type { DataElement, DataSet } from "./data-set.ts";
import { dicomLimits } from "./dicom-limits.ts";
import type { DicomRefusal, DicomWarning } from "./dicom-warning.ts";
import { ElementReader } from "./read-elements.ts";
import {
  type Encoding,
  encodingOf,
  explicitLittleEndian,
  implicitLittleEndian,
  transferSyntaxes,
} from "./transfer-syntax.ts";
import { hasShortLength, isRepresentation } from "./value-representation.ts";

/** Raw deflate (RFC 1951) undone; null where it is damaged. Must stop beyond `most` bytes and say so. */
export type Inflate = (deflated: Uint8Array, most: number) => Uint8Array | "too-large" | null;

export interface OpenFile {
  /** The file, or what a deflated one holds: what the data set's places count in. */
  readonly bytes: Uint8Array;
  /** Where the data set begins. */
  readonly start: number;
  readonly transferSyntax: string;
  /** Whether the bytes need a new header: there was none, or it no longer says the truth. */
  readonly needsHeader: boolean;
  readonly data: DataSet;
}

export type Opened =
  | { readonly ok: true; readonly file: OpenFile }
  | { readonly ok: false; readonly reason: DicomRefusal };

const transferSyntaxTag = 0x00020010;
/** Of the header's elements. */
export const headerGroup = 0x0002;
/** Bytes before the header: an empty preamble and "DICM". */
export const prefix = 132;

const refused = (reason: DicomRefusal): Opened => ({ ok: false, reason });

export const hasPrefix = (bytes: Uint8Array): boolean =>
  bytes.length >= prefix && String.fromCharCode(...bytes.subarray(128, prefix)) === "DICM";

const representationAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(bytes[at + 4] ?? 0, bytes[at + 5] ?? 0);

/** How the elements from here on are written, judged by the first; null where none begins here. */
function encodingAt(bytes: Uint8Array, at: number): Encoding | null {
  if (at + 8 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vr = representationAt(bytes, at);
  const looksExplicit =
    isRepresentation(vr) && (hasShortLength(vr) || /^(?:O[BDFLVW]|S[QV]|U[CNRTV])$/.test(vr));
  const group = (littleEndian: boolean) => view.getUint16(at, littleEndian);
  if (group(true) <= 0x0010) {
    if (looksExplicit) return explicitLittleEndian;
    return view.getUint32(at + 4, true) <= bytes.length ? implicitLittleEndian : null;
  }
  return group(false) <= 0x0010 && looksExplicit ? encodingOf(transferSyntaxes.explicitBigEndian) : null;
}

const syntaxOf = ({ explicit, littleEndian }: Encoding): string => {
  if (!explicit) return transferSyntaxes.implicitLittleEndian;
  return littleEndian ? transferSyntaxes.explicitLittleEndian : transferSyntaxes.explicitBigEndian;
};

/** Where a file without its preamble begins: at once, after its empty preamble, or after a few stray bytes. */
const beginnings = [0, 132, 128, 1, 2, 4, 8];

function beginningOf(bytes: Uint8Array): number | null {
  const found = beginnings.find((at) => {
    const encoding = encodingAt(bytes, at);
    if (encoding === null) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const group = view.getUint16(at, encoding.littleEndian);
    return (group === 2 || group === 8) && view.getUint16(at + 2, encoding.littleEndian) <= 0x18;
  });
  return found ?? null;
}

interface Body {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly transferSyntax: string;
  readonly needsHeader: boolean;
}

function readBody(body: Body, warn: (warning: DicomWarning) => void): Opened {
  const said = encodingOf(body.transferSyntax);
  const seen = encodingAt(body.bytes, body.start) ?? said;
  const isTrue = seen.explicit === said.explicit && seen.littleEndian === said.littleEndian;
  if (!isTrue && body.transferSyntax !== "") warn("wrong-syntax");
  const reader = new ElementReader(body.bytes, body.start, warn);
  const data = reader.read(seen);
  if (reader.refusal !== null) return refused(reader.refusal);
  const transferSyntax = isTrue && body.transferSyntax !== "" ? body.transferSyntax : syntaxOf(seen);
  return { ok: true, file: { ...body, transferSyntax, needsHeader: body.needsHeader || !isTrue, data } };
}

function inflateBody(body: Body, inflate: Inflate, warn: (warning: DicomWarning) => void): Opened {
  const inflated = inflate(body.bytes.subarray(body.start), dicomLimits.inflatedBytes);
  if (inflated === "too-large") return refused("deflated-too-large");
  if (inflated === null) return refused("deflated-damaged");
  const { explicitLittleEndian: transferSyntax } = transferSyntaxes;
  return readBody({ bytes: inflated, start: 0, transferSyntax, needsHeader: true }, warn);
}

/** The header and the data set of a file, with or without preamble and header. Never throws. */
export function openFile(bytes: Uint8Array, inflate: Inflate, warn: (warning: DicomWarning) => void): Opened {
  const isPart10 = hasPrefix(bytes);
  const beginning = isPart10 ? prefix : beginningOf(bytes);
  if (beginning === null) return refused("not-dicom");
  if (!isPart10) warn("no-header");
  if (!isPart10 && ![0, 128, 132].includes(beginning)) warn("stray-bytes");
  const header = new ElementReader(bytes, beginning, warn);
  const meta = header.read(encodingAt(bytes, beginning) ?? explicitLittleEndian, headerGroup);
  if (header.refusal !== null) return refused(header.refusal);
  const transferSyntax = meta.value(transferSyntaxTag) ?? "";
  const body: Body = {
    bytes,
    start: header.position,
    transferSyntax,
    needsHeader: !isPart10 || transferSyntax === "",
  };
  return transferSyntax === transferSyntaxes.deflated
    ? inflateBody(body, inflate, warn)
    : readBody(body, warn);
}

/** The data set of a file that is kept, or of one that is only looked into; null where it cannot be opened. */
export function openStored(bytes: Uint8Array): DataSet | null {
  const opened = openFile(
    bytes,
    () => null,
    () => undefined,
  );
  return opened.ok ? opened.file.data : null;
}

const pixelData = 0x7fe00010;

/** The pixels' element of a file that is kept as it is, by the file's beginning; null where it does not hold it. */
export function openStoredPixels(
  head: Uint8Array,
): { readonly element: DataElement; readonly littleEndian: boolean; readonly transferSyntax: string } | null {
  const opened = openFile(
    head,
    () => null,
    () => undefined,
  );
  if (!opened.ok || opened.file.needsHeader) return null;
  const { data, transferSyntax } = opened.file;
  const element = data.element(pixelData);
  return element && { element, littleEndian: data.littleEndian, transferSyntax };
}

import { type Encoding, encodingOf, explicitLittleEndian, transferSyntaxes } from "./transfer-syntax.ts";
import { hasShortLength } from "./value-representation.ts";

/** Text is written in UTF-8: say so with (0008,0005) ISO_IR 192 where it is more than ASCII. Values are parted by `\`. */
export type WrittenElement =
  | { readonly tag: number; readonly vr: string; readonly value: string | readonly number[] | Uint8Array }
  | { readonly tag: number; readonly items: readonly (readonly WrittenElement[])[] }
  /** Encapsulated pixels: the offset table, which may be empty, and the compressed pieces. */
  | { readonly tag: number; readonly fragments: readonly Uint8Array[] };

interface HeaderFacts {
  readonly sopClass: string;
  readonly instanceUid: string;
  readonly transferSyntax: string;
}

const undefinedLength = 0xffffffff;
const preambleBytes = 128;
/** Of this software, as PS3.7 D.3.3.2 asks: a UUID under 2.25. */
const implementationUid = "2.25.134618312458271034520437516274539018245";

export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const setters: Readonly<
  Record<
    string,
    readonly [bytes: number, set: (view: DataView, at: number, value: number, little: boolean) => void]
  >
> = {
  US: [2, (view, at, value, little) => view.setUint16(at, value, little)],
  OW: [2, (view, at, value, little) => view.setUint16(at, value, little)],
  SS: [2, (view, at, value, little) => view.setInt16(at, value, little)],
  UL: [4, (view, at, value, little) => view.setUint32(at, value, little)],
  SL: [4, (view, at, value, little) => view.setInt32(at, value, little)],
  FL: [4, (view, at, value, little) => view.setFloat32(at, value, little)],
  FD: [8, (view, at, value, little) => view.setFloat64(at, value, little)],
  OV: [8, (view, at, value, little) => view.setBigUint64(at, BigInt(value), little)],
};

function numbersWritten(vr: string, values: readonly number[], { littleEndian }: Encoding): Uint8Array {
  const setter = setters[vr];
  if (setter === undefined) return new TextEncoder().encode(values.join("\\"));
  const [size, set] = setter;
  const bytes = new Uint8Array(size * values.length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) set(view, index * size, value, littleEndian);
  return bytes;
}

function even(bytes: Uint8Array, vr: string): Uint8Array {
  if (bytes.length % 2 === 0) return bytes;
  const pad = vr === "UI" || vr === "UN" || vr.startsWith("O") ? 0 : 0x20;
  return concatenated([bytes, Uint8Array.of(pad)]);
}

function head(
  tag: number,
  vr: string | null,
  length: number,
  { explicit, littleEndian }: Encoding,
): Uint8Array {
  const isShort = !explicit || vr === null || hasShortLength(vr);
  const bytes = new Uint8Array(isShort ? 8 : 12);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(tag / 0x10000), littleEndian);
  view.setUint16(2, tag % 0x10000, littleEndian);
  if (!explicit || vr === null) view.setUint32(4, length, littleEndian);
  else {
    bytes.set(new TextEncoder().encode(vr.slice(0, 2)), 4);
    if (isShort) view.setUint16(6, length, littleEndian);
    else view.setUint32(8, length, littleEndian);
  }
  return bytes;
}

const item = (bytes: Uint8Array, encoding: Encoding): readonly Uint8Array[] => [
  head(0xfffee000, null, bytes.length, encoding),
  bytes,
];

function written(element: WrittenElement, encoding: Encoding): Uint8Array {
  if ("items" in element) {
    const body = concatenated(
      element.items.flatMap((members) => item(writeElements(members, encoding), encoding)),
    );
    return concatenated([head(element.tag, "SQ", body.length, encoding), body]);
  }
  if ("fragments" in element) {
    const pieces = element.fragments.flatMap((piece) => item(even(piece, "OB"), encoding));
    const end = head(0xfffee0dd, null, 0, encoding);
    return concatenated([head(element.tag, "OB", undefinedLength, encoding), ...pieces, end]);
  }
  const { tag, vr, value } = element;
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const body = even(bytes instanceof Uint8Array ? bytes : numbersWritten(vr, bytes, encoding), vr);
  return concatenated([head(tag, vr, body.length, encoding), body]);
}

/** Data elements in the order of their tags, without a header. */
export const writeElements = (elements: readonly WrittenElement[], encoding: Encoding): Uint8Array =>
  concatenated(
    elements.toSorted((left, right) => left.tag - right.tag).map((element) => written(element, encoding)),
  );

/** An empty preamble, the prefix and the file meta information (PS3.10, 7.1) before a data set. */
export function withHeader(
  { sopClass, instanceUid, transferSyntax }: HeaderFacts,
  dataSet: Uint8Array,
): Uint8Array {
  const members = writeElements(
    [
      { tag: 0x00020001, vr: "OB", value: Uint8Array.of(0, 1) },
      { tag: 0x00020002, vr: "UI", value: sopClass },
      { tag: 0x00020003, vr: "UI", value: instanceUid },
      { tag: 0x00020010, vr: "UI", value: transferSyntax },
      { tag: 0x00020012, vr: "UI", value: implementationUid },
    ],
    explicitLittleEndian,
  );
  const length = writeElements(
    [{ tag: 0x00020000, vr: "UL", value: [members.length] }],
    explicitLittleEndian,
  );
  return concatenated([
    new Uint8Array(preambleBytes),
    new TextEncoder().encode("DICM"),
    length,
    members,
    dataSet,
  ]);
}

function uidOf(elements: readonly WrittenElement[], tag: number): string {
  const found = elements.find((element) => element.tag === tag);
  return found !== undefined && "value" in found && typeof found.value === "string" ? found.value : "";
}

/** A Part 10 file. Little endian and explicit, unless the transfer syntax is implicit or big endian. */
export function writeDicom(
  elements: readonly WrittenElement[],
  transferSyntax: string = transferSyntaxes.explicitLittleEndian,
): Uint8Array {
  const facts = {
    sopClass: uidOf(elements, 0x00080016),
    instanceUid: uidOf(elements, 0x00080018),
    transferSyntax,
  };
  return withHeader(facts, writeElements(elements, encodingOf(transferSyntax)));
}

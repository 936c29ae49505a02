import type { DataElement, DataSet } from "./data-set.ts";
import { groupOf, tagName } from "./value-representation.ts";

export interface DicomJsonName {
  readonly Alphabetic?: string;
  readonly Ideographic?: string;
  readonly Phonetic?: string;
}
export type DicomJsonValue = string | number | null | DicomJsonName | DicomJson;
export interface DicomJsonElement {
  readonly vr: string;
  readonly Value?: readonly DicomJsonValue[];
  readonly InlineBinary?: string;
  /** Where a server gives the value by itself. */
  readonly BulkDataURI?: string;
}
/** The DICOM JSON model (PS3.18, F): elements by their tags, eight capital digits. */
export interface DicomJson {
  readonly [tag: string]: DicomJsonElement;
}

/** Longer values are left out, bytes sooner than words. Tables that pixels are looked up in have 65,536 entries. */
const most = { bytes: 1024, text: 64 * 1024, table: 2 * 65_536 } as const;
const lookupTable = 0x00283006;

const binary = new Set(["OB", "OD", "OF", "OL", "OV", "OW", "UN"]);
const numeric = new Set(["US", "SS", "UL", "SL", "FL", "FD", "SV", "UV", "DS", "IS"]);
/** A backslash is a letter in these. */
const single = new Set(["LT", "ST", "UT", "UR"]);

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function nameValue(written: string): DicomJsonName | null {
  const [alphabetic = "", ideographic = "", phonetic = ""] = written.split("=").map((group) => group.trim());
  if (alphabetic + ideographic + phonetic === "") return null;
  return {
    ...(alphabetic !== "" && { Alphabetic: alphabetic }),
    ...(ideographic !== "" && { Ideographic: ideographic }),
    ...(phonetic !== "" && { Phonetic: phonetic }),
  };
}

/** A tag's two halves. */
function tagValues(data: DataSet, tag: number): readonly string[] {
  const bytes = data.bytes(tag);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) =>
    tagName(
      view.getUint16(4 * index, data.littleEndian) * 0x10000 +
        view.getUint16(4 * index + 2, data.littleEndian),
    ),
  );
}

/** No guess at what is no number, nor at one whose digits do not fit: null, as for a missing one. */
const numberValue = (vr: string, number: number): number | null =>
  Number.isFinite(number) && (!/^[SU]V$/.test(vr) || Number.isSafeInteger(number)) ? number : null;

function valuesOf(data: DataSet, { tag, vr }: DataElement): readonly DicomJsonValue[] {
  if (vr === "PN") return data.texts(tag).map(nameValue);
  if (vr === "AT") return tagValues(data, tag);
  if (numeric.has(vr)) return data.numbers(tag).map((number) => numberValue(vr, number));
  if (single.has(vr)) return [data.text(tag).toWellFormed()].filter((text) => text !== "");
  return data.texts(tag).map((text) => (text === "" ? null : text.toWellFormed()));
}

const limitOf = ({ tag, vr }: DataElement): number => {
  if (tag === lookupTable) return most.table;
  return binary.has(vr) ? most.bytes : most.text;
};

function elementJson(data: DataSet, element: DataElement): DicomJsonElement | null {
  const { tag, vr, range } = element;
  if (vr === "SQ") return { vr, ...(element.items.length > 0 && { Value: element.items.map(dicomJson) }) };
  if (element.fragments !== null || range[1] > limitOf(element)) return null;
  if (range[1] === 0) return { vr };
  if (tag === lookupTable) return { vr: vr === "SS" ? "SS" : "US", Value: data.numbers(tag) };
  if (binary.has(vr)) {
    // Inline bytes are little endian.
    return data.littleEndian || vr === "OB" ? { vr, InlineBinary: base64(data.bytes(tag)) } : null;
  }
  const values = valuesOf(data, element);
  return values.length === 0 ? { vr } : { vr, Value: values };
}

/** Without the file's header, groups' lengths, pixels and what is too long. */
export function dicomJson(data: DataSet): DicomJson {
  return Object.fromEntries(
    data.elements().flatMap((element) => {
      const { tag } = element;
      if (groupOf(tag) <= 2 || tag % 0x10000 === 0 || groupOf(tag) >= 0x7fe0) return [];
      const json = elementJson(data, element);
      return json === null ? [] : [[tagName(tag), json] as const];
    }),
  );
}

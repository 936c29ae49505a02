import type { DicomWarning } from "./dicom-warning.ts";

/** The text of some bytes. */
export type Decode = (bytes: Uint8Array) => string;

/** Labels of the encoding standard by the number of the ISO register; all are ASCII below 128. */
const registered = new Map([
  ["6", "latin1"],
  ["100", "latin1"],
  ["101", "iso-8859-2"],
  ["109", "iso-8859-3"],
  ["110", "iso-8859-4"],
  ["144", "iso-8859-5"],
  ["127", "iso-8859-6"],
  ["126", "iso-8859-7"],
  ["138", "iso-8859-8"],
  ["148", "iso-8859-9"],
  ["203", "iso-8859-15"],
  ["166", "windows-874"],
  ["13", "shift_jis"],
  ["149", "euc-kr"],
  ["58", "gbk"],
  ["87", "euc-jp"],
  ["159", "euc-jp"],
  ["192", "utf-8"],
]);
const whole = new Map([
  ["GB18030", "gb18030"],
  ["GBK", "gbk"],
]);

/** ISO 2022 escape sequences, without the escape: what the codes from 0x20 (G0) or 0xA0 (G1) on then mean. */
const designations: readonly {
  readonly escape: string;
  readonly codes: "G0" | "G1";
  readonly set: string;
}[] = [
  { escape: "(B", codes: "G0", set: "6" },
  { escape: "(J", codes: "G0", set: "13" },
  { escape: "$B", codes: "G0", set: "87" },
  { escape: "$@", codes: "G0", set: "87" },
  { escape: "$(D", codes: "G0", set: "159" },
  { escape: ")I", codes: "G1", set: "13" },
  { escape: "$)C", codes: "G1", set: "149" },
  { escape: "$)A", codes: "G1", set: "58" },
  { escape: "-A", codes: "G1", set: "100" },
  { escape: "-B", codes: "G1", set: "101" },
  { escape: "-C", codes: "G1", set: "109" },
  { escape: "-D", codes: "G1", set: "110" },
  { escape: "-L", codes: "G1", set: "144" },
  { escape: "-G", codes: "G1", set: "127" },
  { escape: "-F", codes: "G1", set: "126" },
  { escape: "-H", codes: "G1", set: "138" },
  { escape: "-M", codes: "G1", set: "148" },
  { escape: "-b", codes: "G1", set: "203" },
  { escape: "-T", codes: "G1", set: "166" },
];

const escape = 0x1b;
/** Line ends, tab, form feed, `\`, `^` and `=` bring back the first sets (PS3.5, 6.1.2.5.3). */
const resets = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x5c, 0x5e, 0x3d]);

const decoders = new Map<string, TextDecoder>();
function decodeAs(label: string, bytes: Uint8Array): string {
  const decoder = decoders.get(label) ?? new TextDecoder(label, { ignoreBOM: true });
  decoders.set(label, decoder);
  return decoder.decode(bytes);
}

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

/** Most values are a few plain letters, and there can be a million of them: a decoder takes longer for each. */
const plainText = (bytes: Uint8Array): string =>
  bytes.length <= 64 ? String.fromCharCode(...bytes) : decodeAs("latin1", bytes);

/** Two bytes a sign below 128, as EUC has them above. */
function japanese(bytes: Uint8Array, set: string): string {
  if (set === "87")
    return decodeAs(
      "euc-jp",
      bytes.map((byte) => byte | 0x80),
    );
  const euc = Array.from({ length: Math.floor(bytes.length / 2) }, (_, sign) => [
    0x8f,
    (bytes[2 * sign] ?? 0) | 0x80,
    (bytes[2 * sign + 1] ?? 0) | 0x80,
  ]);
  return decodeAs("euc-jp", Uint8Array.from(euc.flat()));
}

const isDoubled = (set: string): boolean => set === "87" || set === "159";

const designationAt = (bytes: Uint8Array, at: number) =>
  designations.find(({ escape: sequence }) =>
    Array.from(sequence).every((sign, index) => bytes[at + 1 + index] === sign.charCodeAt(0)),
  );

/** Switching between sets inside a text. `unknown` is called for an escape or a letter that no set explains. */
function decodeSwitching(bytes: Uint8Array, first: string, unknown: () => void): string {
  let low = "6";
  let high = first;
  let start = 0;
  let text = "";
  const flush = (end: number) => {
    const part = bytes.subarray(start, end);
    if (isDoubled(low)) text += japanese(part, low);
    else if (isPlain(part)) text += plainText(part);
    else {
      if (high === "6" || !registered.has(high)) unknown();
      text += decodeAs(registered.get(high) ?? "latin1", part);
    }
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === escape) {
      flush(at);
      const found = designationAt(bytes, at);
      if (found === undefined) unknown();
      else if (found.codes === "G0") low = found.set;
      else high = found.set;
      at += found?.escape.length ?? 0;
      start = at + 1;
    } else if (high !== first && resets.has(byte) && !isDoubled(low)) {
      flush(at);
      start = at;
      high = first;
    }
  }
  flush(bytes.length);
  return text;
}

function decodeUnnamed(bytes: Uint8Array, warn: (warning: DicomWarning) => void): string {
  warn("character-set");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeAs("latin1", bytes);
  }
}

/**
 * How texts are read under the terms of Specific Character Set (0008,0005). Where no term is known, letters beyond
 * ASCII are read as UTF-8 or, where they are none, Latin-1, with a warning.
 */
export function decodeFor(terms: readonly string[], warn: (warning: DicomWarning) => void): Decode {
  const [term = ""] = terms;
  const number = /^ISO[_ ](?:IR|2022 IR) ?(\d+)$/.exec(term)?.[1];
  const label = whole.get(term) ?? registered.get(number ?? "");
  const switches = terms.length > 1 || term.includes("2022");
  return (bytes) => {
    if (switches && label !== "utf-8") {
      return decodeSwitching(bytes, term === "" ? "6" : (number ?? "6"), () => warn("character-set"));
    }
    if (isPlain(bytes)) return plainText(bytes);
    return label === undefined ? decodeUnnamed(bytes, warn) : decodeAs(label, bytes);
  };
}

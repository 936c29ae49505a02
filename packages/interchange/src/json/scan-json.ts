/** What a file says about its shape before anything is built from it. */
export type JsonShape =
  | { readonly kind: "sound" }
  | { readonly kind: "too-deep" }
  | { readonly kind: "too-many-values" }
  /** The file ends inside a string, an object or an array. */
  | { readonly kind: "cut-off" };

export interface JsonLimits {
  /** Objects and arrays inside one another. */
  readonly depth: number;
  /** Members and elements in the whole file: what makes a small file large in memory. */
  readonly values: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/** The place of the closing quotation mark, or the end of the file. */
function endOfString(bytes: Uint8Array, start: number): number {
  let place = start;
  while (place < bytes.length && bytes[place] !== quote) place += bytes[place] === backslash ? 2 : 1;
  return place;
}

/**
 * One pass over the bytes without recursion, so that a hostile file is refused before a parser sees it. Whether it
 * is JSON at all is the parser's question.
 */
export function scanJson(bytes: Uint8Array, limits: JsonLimits): JsonShape {
  let depth = 0;
  let values = 0;
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0;
    if (byte === quote) {
      place = endOfString(bytes, place + 1);
      if (place >= bytes.length) return { kind: "cut-off" };
    } else if (isOpening(byte)) {
      depth += 1;
      values += 1;
      if (depth > limits.depth) return { kind: "too-deep" };
    } else if (isClosing(byte)) depth -= 1;
    else if (byte === comma) values += 1;
    if (values > limits.values) return { kind: "too-many-values" };
  }
  return depth > 0 ? { kind: "cut-off" } : { kind: "sound" };
}

/**
 * A text without white space and without the places of evidence links: what quotes are looked for in, so that a split, a join
 * or a new link inside the words hides nothing.
 */
export interface BareText {
  readonly text: string;
  /** For each unit of `text`, its offset in the whole text. */
  readonly offsets: Uint32Array;
}

/** Stands in the text for an evidence link, which is one position of the editor. */
export const evidenceMark = "\ufffc";

export function bareOf(text: string): BareText {
  const offsets = new Uint32Array(text.length);
  const pieces: string[] = [];
  let count = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isBlank(text.charCodeAt(at))) {
      offsets[count] = at;
      count += 1;
      continue;
    }
    if (from < at) pieces.push(text.slice(from, at));
    from = at + 1;
  }
  return { text: pieces.join(""), offsets: offsets.subarray(0, count) };
}

export const bareWords = (text: string): string => bareOf(text).text;

/** White space of ECMAScript's `\s`, and the evidence mark. */
export function isBlank(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0xfffc
  );
}

/** Whether a person would say that these are the same words: only the amount of white space and the links may differ. */
export const isSameWords = (one: string, other: string): boolean =>
  one === other || spaced(one) === spaced(other);

const spaced = (text: string): string => text.replaceAll(evidenceMark, "").replace(/\s+/g, " ").trim();

/** The first unit of the bare text at or after an offset of the whole text. */
export function bareIndexAt({ offsets }: BareText, offset: number): number {
  let low = 0;
  for (let high = offsets.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The range of the whole text that the units [start, end) of the bare text cover; start < end. */
export const rangeOf = ({ offsets }: BareText, start: number, end: number) => ({
  start: offsets[start] ?? 0,
  end: (offsets[end - 1] ?? 0) + 1,
});

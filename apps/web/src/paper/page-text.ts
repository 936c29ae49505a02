/** One run of letters as the PDF brings it (`TextItem` of pdf.js). */
export interface TextRun {
  readonly str: string;
  /** A line ends behind it. */
  readonly hasEOL: boolean;
}

/**
 * The words of a page: normalised (NFKC), since a PDF may hand out ligatures and presentation forms. A line's end is a blank; behind a
 * hyphen it is nothing.
 */
export interface PageText {
  readonly text: string;
  /** Where in the text each run begins, and after the last one the text's end. */
  readonly starts: readonly number[];
  readonly runs: readonly TextRun[];
}

export function pageText(runs: readonly TextRun[]): PageText {
  const starts: number[] = [];
  let text = "";
  for (const { str, hasEOL } of runs) {
    starts.push(text.length);
    const words = normalised(str);
    text += words;
    if (hasEOL && text !== "" && !/[\s\u2010\u2011\u00AD-]$/u.test(text)) text += " ";
  }
  return { text, starts: [...starts, text.length], runs };
}

/** A place between two letters of a run, as the PDF has them. */
export interface RunPlace {
  readonly run: number;
  readonly offset: number;
}

export const offsetAt = ({ starts, runs }: PageText, { run, offset }: RunPlace): number =>
  (starts[run] ?? 0) + normalised((runs[run]?.str ?? "").slice(0, offset)).length;

/** The pieces of runs that the text [start, end) came from. */
export function runsOf({ starts, runs }: PageText, start: number, end: number) {
  const pieces: { readonly run: number; readonly from: number; readonly to: number }[] = [];
  for (let run = firstRun(starts, start); run < runs.length; run += 1) {
    const begin = starts[run] ?? 0;
    if (begin >= end) break;
    const { str = "" } = runs[run] ?? {};
    const from = lettersBefore(str, start - begin);
    const to = lettersBefore(str, end - begin);
    if (from < to) pieces.push({ run, from, to });
  }
  return pieces;
}

/** The last run that begins at the offset or before it. */
function firstRun(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many letters of a run make so many of its normalised ones. */
function lettersBefore(str: string, count: number): number {
  if (count <= 0) return 0;
  const clusters = clustersOf(str);
  let made = 0;
  for (const { segment, index } of clusters) {
    const { length } = segment.normalize("NFKC");
    if (made + length > count) return length === segment.length ? index + count - made : index;
    made += length;
  }
  return str.length;
}

/** Letters that are normalised together: what belongs to one cluster never changes the next. */
function normalised(str: string): string {
  const whole = str.normalize("NFKC");
  if (whole === str) return str;
  return Array.from(clustersOf(str), ({ segment }) => segment.normalize("NFKC")).join("");
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const clustersOf = (str: string) => segmenter.segment(str);

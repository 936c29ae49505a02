import * as Y from "yjs";
import { type BareText, bareOf, evidenceMark } from "./bare-text.ts";

/**
 * One walk over a rich text: its plain text, and where each run of it stands. It maps between three coordinates: a Yjs text
 * and an index in it; an offset in the plain text (UTF-16); a ProseMirror position.
 *
 * Blocks of text are parted by one "\n", however deep they lie; a hard break is "\n", an evidence link U+FFFC.
 */
export interface FragmentIndex {
  readonly fragment: Y.XmlFragment;
  readonly text: string;
  /** In the order of the text; none is empty. */
  readonly runs: readonly Run[];
  /** Also of texts that are empty now. */
  readonly runOf: ReadonlyMap<unknown, Run>;
  /** The blocks of the top level, in their order: where the text of each begins. */
  readonly blocks: ReadonlyMap<unknown, number>;
  readonly bare: () => BareText;
  /** Where bare words begin in the bare text. */
  readonly occurrences: (bareWords: string) => readonly number[];
}

export interface Run {
  readonly type: Y.XmlText | Y.XmlElement;
  readonly offset: number;
  readonly position: number;
  readonly length: number;
}

/** Nodes without content: one position in ProseMirror. */
const leaves: ReadonlyMap<string, string> = new Map([
  ["hardBreak", "\n"],
  ["evidence", evidenceMark],
]);

/** More places than that of one quote are not told apart. */
const mostOccurrences = 500;

export function indexFragment(fragment: Y.XmlFragment): FragmentIndex {
  const { runs, runOf, blocks, text } = walkFragment(fragment);
  let bare: BareText | undefined;
  const found = new Map<string, readonly number[]>();
  const bareText = () => (bare ??= bareOf(text));
  return {
    fragment,
    text,
    runs,
    runOf,
    blocks,
    bare: bareText,
    occurrences: (words) => {
      let places = found.get(words);
      if (!places) found.set(words, (places = occurrencesIn(bareText().text, words)));
      return places;
    },
  };
}

export function occurrencesIn(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === "") return places;
  for (
    let at = text.indexOf(words);
    at >= 0 && places.length < mostOccurrences;
    at = text.indexOf(words, at + 1)
  )
    places.push(at);
  return places;
}

function walkFragment(fragment: Y.XmlFragment) {
  const written = createWriting();
  const blocks = new Map<unknown, number>();
  const walk = (parent: Y.XmlFragment, start: number): number => {
    let position = start;
    for (const child of parent.toArray()) {
      const leaf = child instanceof Y.XmlElement ? leaves.get(child.nodeName) : undefined;
      if (child instanceof Y.XmlText) {
        written.add(child, position, plainTextOf(child));
        position += child.length;
      } else if (child instanceof Y.XmlElement && leaf !== undefined) {
        written.add(child, position, leaf);
        position += 1;
      } else if (child instanceof Y.XmlElement) {
        written.part();
        if (parent === fragment) blocks.set(child, written.length());
        position = walk(child, position + 1) + 1;
        written.part();
      }
    }
    return position;
  };
  walk(fragment, 0);
  return { ...written.end(), blocks };
}

function createWriting() {
  const runs: Run[] = [];
  const runOf = new Map<unknown, Run>();
  const pieces: string[] = [];
  let offset = 0;
  let isParted = false;
  return {
    part: () => {
      isParted = true;
    },
    length: () => offset,
    add: (type: Run["type"], position: number, text: string) => {
      if (text !== "" && isParted && offset > 0) {
        pieces.push("\n");
        offset += 1;
      }
      const run = { type, offset, position, length: text.length };
      runOf.set(type, run);
      if (text === "") return;
      isParted = false;
      runs.push(run);
      pieces.push(text);
      offset += text.length;
    },
    end: () => ({ runs, runOf, text: pieces.join("") }),
  };
}

/** `XmlText.toString` writes the marks as tags. */
const plainTextOf = (text: Y.XmlText): string => Y.Text.prototype.toString.call(text);

/** The last run that begins at or before a value of one of its coordinates. */
export function runAt(
  { runs }: FragmentIndex,
  coordinate: "offset" | "position",
  value: number,
): Run | undefined {
  let low = -1;
  for (let high = runs.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.[coordinate] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

/** The ProseMirror range of the text range [start, end); neither end lies between blocks. */
export function positionsOf(index: FragmentIndex, start: number, end: number) {
  const position = (offset: number) => {
    const run = runAt(index, "offset", offset);
    return run ? run.position + Math.min(offset - run.offset, run.length) : 0;
  };
  return { from: position(start), to: position(end - 1) + 1 };
}

/** The text range that a ProseMirror range covers: from its first letter to its last. */
export function offsetsOf(index: FragmentIndex, from: number, to: number) {
  const offset = (position: number) => {
    const run = runAt(index, "position", position);
    return run ? run.offset + Math.min(position - run.position, run.length) : 0;
  };
  return { start: offset(from), end: offset(to) };
}

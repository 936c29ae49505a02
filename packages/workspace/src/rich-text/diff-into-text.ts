import type * as Y from "yjs";
import { readRuns } from "./read-fragment.ts";
import { isSameValue, type RichMark, type RichRun } from "./rich-node.ts";
import { attributesOf } from "./write-fragment.ts";

/** Brings one text to these runs: the middle between the shared ends is replaced, then marks are set where they differ. */
export function diffIntoText(text: Y.XmlText, runs: readonly RichRun[]): void {
  const before = wordsOf(readRuns(text));
  const after = wordsOf(runs);
  const start = sharedStart(before, after);
  const end = sharedEnd(before, after, start);
  if (before.length > start + end) text.delete(start, before.length - start - end);
  insertRuns(text, start, piecesOf(runs, start, after.length - end));
  for (const { from, length, changes } of markChanges(readRuns(text), runs))
    text.format(from, length, changes);
}

const wordsOf = (runs: readonly RichRun[]): string => runs.map((run) => run.text).join("");

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at > 0 && isHigh(one.charCodeAt(at - 1)) ? at - 1 : at;
}

function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length > 0 && isLow(one.charCodeAt(one.length - length)) ? length - 1 : length;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function piecesOf(runs: readonly RichRun[], from: number, to: number): RichRun[] {
  let at = 0;
  return runs.flatMap((run) => {
    const words = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return words === "" ? [] : [{ ...run, text: words }];
  });
}

function insertRuns(text: Y.XmlText, start: number, runs: readonly RichRun[]): void {
  let at = start;
  for (const run of runs) {
    text.insert(at, run.text, attributesOf(run.marks ?? []));
    at += run.text.length;
  }
}

interface MarkChange {
  readonly from: number;
  readonly length: number;
  /** null takes a mark off. */
  readonly changes: Record<string, RichMark["attrs"] | null>;
}

/** Both cover the same characters. */
function markChanges(before: readonly RichRun[], after: readonly RichRun[]): MarkChange[] {
  const found: MarkChange[] = [];
  const cuts = [...new Set([...endsOf(before), ...endsOf(after)])].toSorted((one, other) => one - other);
  let from = 0;
  for (const to of cuts) {
    const changes = changesBetween(marksAt(before, from), marksAt(after, from));
    if (Object.keys(changes).length > 0) found.push({ from, length: to - from, changes });
    from = to;
  }
  return found;
}

function endsOf(runs: readonly RichRun[]): number[] {
  let at = 0;
  return runs.map((run) => (at += run.text.length));
}

function marksAt(runs: readonly RichRun[], at: number): readonly RichMark[] {
  const index = endsOf(runs).findIndex((end) => end > at);
  return runs[index]?.marks ?? [];
}

function changesBetween(before: readonly RichMark[], after: readonly RichMark[]): MarkChange["changes"] {
  const taken = before.filter(({ type }) => !after.some((mark) => mark.type === type));
  const given = after.filter((mark) => !before.some((held) => isSameValue(held, mark)));
  return {
    ...Object.fromEntries(taken.map(({ type }) => [type, null])),
    ...attributesOf(given),
  };
}

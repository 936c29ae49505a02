import * as Y from "yjs";
import { isAttributes, isSameValue, type RichMark, sortedMarks } from "../rich-text/rich-node.ts";
import type { DifferenceRun, Formatting } from "./difference-node.ts";
import { changeOf, cutByOrigin, type Piece, piecesOf, type Walk } from "./pieces.ts";
import { rangeAt } from "./ranges.ts";
import { deedOf, insertionAt } from "./tables.ts";

/** A mark in force, or taken off (null), and the row that did it. */
type InForce = Map<string, { readonly attrs: RichMark["attrs"] | null; readonly row: number }>;

interface Marks {
  readonly before: InForce;
  readonly after: InForce;
}

export function runsOf(walk: Walk, text: Y.XmlText): DifferenceRun[] {
  const runs: DifferenceRun[] = [];
  const marks: Marks = { before: new Map(), after: new Map() };
  for (let item = text._start; item; item = item.right) {
    const { content } = item;
    const { client, clock } = item.id;
    if (content instanceof Y.ContentFormat) setMark(walk, marks, item.id, content);
    if (!(content instanceof Y.ContentString)) continue;
    for (const whole of piecesOf(walk.tables, walk.span, { client, clock, length: item.length }))
      for (const { piece, moved } of partsOf(walk, whole))
        addRun(
          runs,
          runOf(walk, marks, piece, {
            moved,
            words: content.str.slice(piece.clock - clock, piece.end - clock),
          }),
        );
  }
  return runs;
}

function setMark(
  { tables, span }: Walk,
  marks: Marks,
  { client, clock }: Y.ID,
  format: Y.ContentFormat,
): void {
  const { row } = insertionAt(tables, client, clock);
  const deleted = rangeAt(tables.deletions, client, clock).range?.row;
  const state = changeOf(span, row, deleted);
  const attrs = isAttributes(format.value) ? format.value : null;
  if (state === "same" || state === "removed") marks.before.set(format.key, { attrs, row });
  if (state === "same" || state === "added") marks.after.set(format.key, { attrs, row });
  // Whoever deleted the beginning or the end of a mark changed the marks of what follows.
  if (state === "removed" && deleted !== undefined)
    marks.after.set(format.key, { attrs: marks.after.get(format.key)?.attrs ?? null, row: deleted });
}

function partsOf({ span, origins }: Walk, piece: Piece): Iterable<{ piece: Piece; moved: boolean }> {
  if (piece.state === "removed" && origins.size > 0) return cutByOrigin(piece, origins);
  return [{ piece, moved: piece.state === "added" && piece.inserted < span.before }];
}

function runOf(
  { tables }: Walk,
  marks: Marks,
  { state, inserted, deleted }: Piece,
  { moved, words }: { readonly moved: boolean; readonly words: string },
): DifferenceRun {
  return {
    text: words,
    marks: marksIn(state === "removed" ? marks.before : marks.after),
    state,
    insertedBy: deedOf(tables, inserted),
    deletedBy: state === "removed" && deleted !== undefined ? deedOf(tables, deleted) : undefined,
    moved,
    formatted: state === "same" ? formattingOf(tables, marks) : [],
  };
}

const marksIn = (inForce: InForce): RichMark[] =>
  sortedMarks([...inForce].flatMap(([type, { attrs }]) => (attrs ? [{ type, attrs }] : [])));

function formattingOf(tables: Walk["tables"], { before, after }: Marks): Formatting[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.flatMap((mark) => {
    const last = after.get(mark) ?? before.get(mark);
    const [old, now] = [before.get(mark)?.attrs ?? null, after.get(mark)?.attrs ?? null];
    if (!last || isSameValue(old, now)) return [];
    return [{ mark, before: old, after: now, by: deedOf(tables, last.row) }];
  });
}

function addRun(runs: DifferenceRun[], run: DifferenceRun): void {
  const last = runs.at(-1);
  if (last && isAlike(last, run)) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

const isAlike = (one: DifferenceRun, other: DifferenceRun): boolean =>
  one.state === other.state &&
  one.moved === other.moved &&
  isSameSeat(one.insertedBy, other.insertedBy) &&
  isSameSeat(one.deletedBy, other.deletedBy) &&
  isSameValue(one.marks, other.marks) &&
  isSameFormatting(one.formatted, other.formatted);

type Doer = { readonly personId: string; readonly seatId: string } | undefined;

const isSameSeat = (one: Doer, other: Doer): boolean =>
  one?.personId === other?.personId && one?.seatId === other?.seatId;

const isSameFormatting = (one: readonly Formatting[], other: readonly Formatting[]): boolean =>
  one.length === other.length &&
  one.every(({ mark, before, after, by }, index) => {
    const right = other[index];
    return (
      mark === right?.mark &&
      isSameValue(before, right.before) &&
      isSameValue(after, right.after) &&
      isSameSeat(by, right.by)
    );
  });

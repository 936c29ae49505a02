import type { LaidRun } from "./laid-text.ts";
import type { ReadingMark } from "./reading-threads.ts";

export interface Piece {
  readonly text: string;
  readonly offset: number;
  /** Of those that cover the piece, the open one, or else the shortest. */
  readonly mark: ReadingMark | undefined;
}

/** The pieces of a run between the ends of the marks that touch it; none is empty. */
export function cutAtMarks({ text, offset }: LaidRun, marks: readonly ReadingMark[]): Piece[] {
  const end = offset + text.length;
  const touching = marks.filter((mark) => mark.start < end && mark.end > offset);
  const cuts = new Set([offset, end]);
  for (const { start, end: last } of touching)
    for (const cut of [start, last]) if (cut > offset && cut < end) cuts.add(cut);
  const places = [...cuts].toSorted((one, other) => one - other);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1] ?? end;
    return { text: text.slice(from - offset, to - offset), offset: from, mark: markAt(touching, from) };
  });
}

const markAt = (marks: readonly ReadingMark[], at: number): ReadingMark | undefined =>
  marks
    .filter(({ start, end }) => start <= at && at < end)
    .toSorted(
      (one, other) => Number(other.isOpen) - Number(one.isOpen) || lengthOf(one) - lengthOf(other),
    )[0];

const lengthOf = ({ start, end }: ReadingMark): number => end - start;

import { type Cut, cutText } from "../record/cut-text.ts";
import type { LaidRun } from "./laid-text.ts";
import type { ReadingMark } from "./reading-threads.ts";

/** The pieces of a run, each with the mark that is shown there: the open one, or else the shortest. */
export const cutAtMarks = ({ text, offset }: LaidRun, marks: readonly ReadingMark[]): Cut<ReadingMark>[] =>
  cutText(text, offset, marks.toSorted(topFirst).toReversed());

const topFirst = (one: ReadingMark, other: ReadingMark): number =>
  Number(other.isOpen) - Number(one.isOpen) || lengthOf(one) - lengthOf(other);

const lengthOf = ({ start, end }: ReadingMark): number => end - start;

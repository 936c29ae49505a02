import type { Scrubber } from "./history-api.ts";
import { barAt } from "./moments.ts";

type Flag = Scrubber["flags"][number];

/** Percent from the beginning of the track to the middle of a bar. */
const middleOf = (at: number, count: number): number => ((at + 0.5) / Math.max(1, count)) * 100;

/** A flag's words take about so much of the track. */
const flagWidth = 16;
const mostLanes = 3;

export interface FlagMark {
  readonly flag: Flag;
  readonly x: number;
  /** 0 is the lowest. Words that would lie over each other stand one above another, as far as there is room. */
  readonly lane: number;
}

export function flagMarks({ bars, flags }: Scrubber): FlagMark[] {
  const marks: FlagMark[] = [];
  for (const flag of flags) {
    const x = middleOf(barAt(bars, flag.sequence), bars.length);
    const near = marks.filter((mark) => Math.abs(mark.x - x) < flagWidth).map(({ lane }) => lane);
    const free = Array.from({ length: mostLanes }, (_, lane) => lane).find((lane) => !near.includes(lane));
    marks.push({ flag, x, lane: free ?? mostLanes - 1 });
  }
  return marks;
}

const leastGap = 12;

/** Where a new day begins, as far as the words have room: the percent of two marks lie 12 apart, "now" stands at the end. */
export function dayMarks(bars: Scrubber["bars"]): { readonly at: Date; readonly x: number }[] {
  const marks: { at: Date; x: number }[] = [];
  for (const [at, bar] of bars.entries()) {
    const x = (at / Math.max(1, bars.length)) * 100;
    const last = marks.at(-1);
    const isNewDay = bar.at.slice(0, 10) !== bars[at - 1]?.at.slice(0, 10);
    if (isNewDay && x <= 100 - leastGap && (!last || x - last.x >= leastGap))
      marks.push({ at: new Date(bar.at), x });
  }
  return marks;
}

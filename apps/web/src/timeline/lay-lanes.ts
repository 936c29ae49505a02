import {
  type Dated,
  daysOfWhen,
  type DaySpan,
  type TimelineEntry,
  type TimelineLane,
  timelineLanes,
  uncertainDays,
} from "@consilium/clinical";

export type DatedEntry = TimelineEntry<Dated>;

/** How a mark ends: within the window, beyond it, or at an end that nobody wrote. */
export type MarkEnd = "closed" | "beyond" | "open" | "unknown";

/** A mark on the axis. All in pixels from where the window begins. */
export interface PlacedMark {
  /** More than one: they lie too close to be told apart at this scale. Earlier first. */
  readonly entries: readonly [DatedEntry, ...DatedEntry[]];
  readonly lane: TimelineLane;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  /** Free behind the mark, for its words. */
  readonly room: number;
  readonly begins: MarkEnd;
  readonly ends: MarkEnd;
  /** Of the width, how much at either end is days that are only possible. */
  readonly softStart: number;
  readonly softEnd: number;
}

export interface PlacedLane {
  readonly lane: TimelineLane;
  readonly rows: number;
  readonly marks: readonly PlacedMark[];
}

/** Pixels. A mark is never narrower than what a finger and a mouse can hit. */
const least = 24;
const gap = 4;
/** Words beside a mark are worth a row of their own. */
const wordsRoom = 120;

/** Medicines are bars, of which many run at once. */
const mostRows = (lane: TimelineLane): number => (lane === "medicines" ? 14 : 4);

/** What part of time is laid, and what its last day is that has been: a bar that goes on ends there, open. Day numbers. */
export interface Sight {
  readonly window: DaySpan;
  readonly today: number;
}

/**
 * Lays what touches the window into its lanes, at so many pixels for all of it. What would lie over another mark goes a row
 * lower; where a lane is full it is joined with its neighbour, so that no mark hides another. A lane without marks is not there.
 */
export function layLanes(entries: readonly DatedEntry[], sight: Sight, width: number): readonly PlacedLane[] {
  const { window } = sight;
  const scale = width / Math.max(1, window.end - window.start);
  const shown = entries.filter((entry) => touches(entry, sight));
  const byLane = Map.groupBy(shown, ({ lane }) => lane);
  return timelineLanes.flatMap((lane) => {
    const members = byLane.get(lane);
    return members === undefined ? [] : [layLane(lane, members, { ...sight, scale, width })];
  });
}

export function touches({ when }: DatedEntry, { window, today }: Sight): boolean {
  const { start } = daysOfWhen(when);
  return (start ?? -Infinity) < window.end && lastDay(when, today) > window.start;
}

/**
 * Where a mark ends, which is not the last of its days. One that goes on reaches today; one of which nobody knows when it was over
 * is its first day.
 */
function lastDay(when: Dated, today: number): number {
  const { start, end } = daysOfWhen(when);
  if (end !== null) return end;
  const first = start ?? today;
  return (when.is === "stretch" && when.goesOn ? Math.max(first, today) : first) + 1;
}

interface Scale extends Sight {
  /** Pixels of a day. */
  readonly scale: number;
  readonly width: number;
}

type Drawn = Omit<PlacedMark, "row" | "room">;

/** A row while it is being filled. */
interface Row {
  readonly marks: Drawn[];
  end: number;
}

function layLane(lane: TimelineLane, entries: readonly DatedEntry[], scale: Scale): PlacedLane {
  const rows: Row[] = [];
  const inOrder = entries.map((entry) => drawn(entry, scale)).toSorted((one, other) => one.x - other.x);
  for (const mark of inOrder) place(rows, mark, mostRows(lane));
  return {
    lane,
    rows: rows.length,
    marks: rows.flatMap(({ marks }, row) =>
      marks.map((mark, at) => ({
        ...mark,
        row,
        room: Math.max(0, (marks[at + 1]?.x ?? scale.width) - mark.x - mark.width - gap),
      })),
    ),
  };
}

function place(rows: Row[], mark: Drawn, most: number): void {
  const roomy = rows.find((row) => mark.x - row.end >= wordsRoom);
  if (roomy) return put(roomy, mark);
  if (rows.length < most) {
    rows.push({ marks: [mark], end: mark.x + mark.width });
    return;
  }
  const [first, ...rest] = rows;
  if (!first) return;
  const free = rest.reduce((best, row) => (row.end < best.end ? row : best), first);
  if (mark.x - free.end >= gap) put(free, mark);
  else join(free, mark);
}

function put(row: Row, mark: Drawn): void {
  row.marks.push(mark);
  row.end = mark.x + mark.width;
}

function join(row: Row, mark: Drawn): void {
  const last = row.marks.pop();
  if (!last) return put(row, mark);
  const end = Math.max(last.x + last.width, mark.x + mark.width);
  put(row, {
    entries: [...last.entries, ...mark.entries],
    lane: last.lane,
    x: last.x,
    width: end - last.x,
    begins: last.begins,
    ends: "closed",
    softStart: 0,
    softEnd: 0,
  });
}

function drawn(entry: DatedEntry, { window, today, scale, width }: Scale): Drawn {
  const { when, lane } = entry;
  const { start } = daysOfWhen(when);
  const toPixels = (day: number) => Math.min(width, Math.max(0, (day - window.start) * scale));
  const from = toPixels(start ?? -Infinity);
  const long = toPixels(lastDay(when, today)) - from;
  // At the far edge of the window there would be no room for the least width.
  const x = Math.max(0, Math.min(from, width - least));
  const soft = uncertainDays(when);
  const softOf = (days: DaySpan | null) => (days ? toPixels(days.end) - toPixels(days.start) : 0);
  return {
    entries: [entry],
    lane,
    x,
    width: Math.max(least, long),
    begins: start === null ? "open" : start < window.start ? "beyond" : "closed",
    ends: endOf(when, { window, today }),
    softStart: softOf(soft.start),
    softEnd: softOf(soft.end),
  };
}

function endOf(when: Dated, { window, today }: Sight): MarkEnd {
  if (lastDay(when, today) > window.end) return "beyond";
  if (daysOfWhen(when).end !== null) return "closed";
  return when.is === "stretch" && when.goesOn ? "open" : "unknown";
}

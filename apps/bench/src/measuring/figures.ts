import type { Spread } from "./spread.ts";

export interface Figure {
  /** In the JSON. */
  readonly name: string;
  /** In the table. */
  readonly words: string;
  readonly unit: string;
  readonly ours: Spread;
  /** The same work done by the other server. */
  readonly peer?: Spread;
  readonly target?: Target;
}

export type Target =
  | { readonly atMost: number }
  | { readonly atLeast: number }
  /** Of the peer's median. */
  | { readonly timesPeer: number };

const headings = ["", "here", "rounds", "peer", "rounds", "here/peer", "target", ""] as const;

/** The table, with what the figures must reach beside them, then all of it as one line of JSON. */
export function printFigures(
  bench: string,
  figures: readonly Figure[],
  facts: Readonly<Record<string, unknown>>,
): void {
  const lines = [headings, ...figures.map(lineOf)];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0))
        .join("  ")
        .trimEnd(),
    );
  const measured = Object.fromEntries(
    figures.map(({ name, unit, ours, peer, target }) => [name, { unit, ours, peer, target }]),
  );
  console.log(JSON.stringify({ bench, ...facts, figures: measured, missed: missedOf(figures) }));
}

const missedOf = (figures: readonly Figure[]): string[] =>
  figures.filter((figure) => isReached(figure) === false).map(({ name }) => name);

function lineOf(figure: Figure): string[] {
  const { words, unit, ours, peer, target } = figure;
  const reached = isReached(figure);
  return [
    words,
    `${short(ours.median)} ${unit}`,
    endsOf(ours),
    peer ? `${short(peer.median)} ${unit}` : "",
    peer ? endsOf(peer) : "",
    peer ? short(ours.median / peer.median) : "",
    target ? wordsOf(target, unit) : "",
    reached === undefined ? "" : reached ? "reached" : "MISSED",
  ];
}

const endsOf = ({ least, most }: Spread): string => `${short(least)} to ${short(most)}`;

function isReached({ ours, peer, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  if ("atMost" in target) return ours.median <= target.atMost;
  if ("atLeast" in target) return ours.median >= target.atLeast;
  return peer && ours.median <= target.timesPeer * peer.median;
}

function wordsOf(target: Target, unit: string): string {
  if ("atMost" in target) return `at most ${short(target.atMost)} ${unit}`;
  if ("atLeast" in target) return `at least ${short(target.atLeast)} ${unit}`;
  return `at most ${target.timesPeer} x the peer`;
}

/** Three figures, no more: the rest is noise. */
const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));

const pad = (cell: string, width: number, isFirst: boolean): string =>
  isFirst ? cell.padEnd(width) : cell.padStart(width);

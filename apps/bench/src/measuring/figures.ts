import type { Spread } from "./spread.ts";

export const peerNames = ["y-websocket-server", "hocuspocus"] as const;
export type PeerName = (typeof peerNames)[number];

export interface Figure {
  /** In the JSON. */
  readonly name: string;
  /** In the table. */
  readonly words: string;
  /** Of what is counted there is none. */
  readonly unit: string;
  readonly ours: Spread;
  /** The same work done by the other servers. */
  readonly peers?: Readonly<Record<PeerName, Spread>>;
  /** Without it, less is better. */
  readonly moreIsBetter?: true;
  readonly target?: Target;
}

export type Target =
  | { readonly atMost: number }
  /** Of every round, not of the median. */
  | { readonly eachAtMost: number }
  | { readonly atLeast: number }
  /** Of the better peer's median. */
  | { readonly timesPeer: number };

/** The table, with what the figures must reach beside them, then all of it as one line of JSON. */
export function printFigures(
  bench: string,
  figures: readonly Figure[],
  facts: Readonly<Record<string, unknown>>,
): void {
  const withPeers = figures.some(({ peers }) => peers);
  const lines = [headingsOf(withPeers), ...figures.map((figure) => lineOf(figure, withPeers))];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column === 0))
        .join("  ")
        .trimEnd(),
    );
  const measured = Object.fromEntries(
    figures.map((figure) => {
      const { name, unit, ours, peers, target } = figure;
      return [name, { unit, ours, peers, ratio: ratioOf(figure), target }];
    }),
  );
  console.log(JSON.stringify({ bench, ...facts, figures: measured, missed: missedOf(figures) }));
}

const missedOf = (figures: readonly Figure[]): string[] =>
  figures.filter((figure) => isReached(figure) === false).map(({ name }) => name);

const headingsOf = (withPeers: boolean): string[] => [
  "",
  "here",
  "rounds",
  ...(withPeers ? [...peerNames.flatMap((name) => [name, "rounds"]), "here/better"] : []),
  "target",
  "",
];

function lineOf(figure: Figure, withPeers: boolean): string[] {
  const { words, unit, ours, peers, target } = figure;
  const reached = isReached(figure);
  const ratio = ratioOf(figure);
  return [
    words,
    ...spreadCells(ours, unit),
    ...(withPeers
      ? [
          ...peerNames.flatMap((name) => (peers ? spreadCells(peers[name], unit) : ["", ""])),
          ratio === undefined ? "" : short(ratio),
        ]
      : []),
    target ? wordsOf(target, unit) : "",
    reached === undefined ? "" : reached ? "reached" : "MISSED",
  ];
}

const spreadCells = ({ median, least, most }: Spread, unit: string): [string, string] => [
  `${short(median)} ${unit}`.trimEnd(),
  `${short(least)} to ${short(most)}`,
];

/** The better peer's median. */
function bestOf({ peers, moreIsBetter }: Figure): number | undefined {
  if (!peers) return undefined;
  const medians = peerNames.map((name) => peers[name].median);
  return moreIsBetter ? Math.max(...medians) : Math.min(...medians);
}

/** Of what was counted there is none. */
function ratioOf(figure: Figure): number | undefined {
  const best = figure.unit === "" ? undefined : bestOf(figure);
  return best ? figure.ours.median / best : undefined;
}

function isReached(figure: Figure): boolean | undefined {
  const { ours, target } = figure;
  if (!target) return undefined;
  if ("atMost" in target) return ours.median <= target.atMost;
  if ("eachAtMost" in target) return ours.most <= target.eachAtMost;
  if ("atLeast" in target) return ours.median >= target.atLeast;
  const best = bestOf(figure);
  return best === undefined ? undefined : ours.median <= target.timesPeer * best;
}

function wordsOf(target: Target, unit: string): string {
  if ("atMost" in target) return `at most ${short(target.atMost)} ${unit}`.trimEnd();
  if ("eachAtMost" in target) return `each at most ${short(target.eachAtMost)} ${unit}`;
  if ("atLeast" in target) return `at least ${short(target.atLeast)} ${unit}`;
  return `at most ${target.timesPeer} x the better`;
}

/** Three figures, no more: the rest is noise. */
const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));

const pad = (cell: string, width: number, isFirst: boolean): string =>
  isFirst ? cell.padEnd(width) : cell.padStart(width);

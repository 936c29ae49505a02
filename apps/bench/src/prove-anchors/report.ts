import type { Observation } from "./trial.ts";

export interface Report {
  readonly anchors: number;
  /** After the last edit: anchors whose words stand somewhere whole. */
  readonly standing: number;
  readonly found: number;
  /** Anchors shown in a wrong place after any edit. */
  readonly misplaced: number;
  readonly failed: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly edit: string;
  readonly times: number;
  /** Anchors that this edit made lost, that were found before it. */
  readonly lost: number;
  readonly misplaced: number;
}

/** At least this part of the words that still stand somewhere is found again; nothing is misplaced. */
export const leastFound = 0.99;

export function reportOn(seen: readonly Observation[], anchorsAtEach: number): Report {
  const final = seen.filter(({ isLast }) => isLast);
  const found = final.filter(({ verdict }) => verdict === "found").length;
  const standing = found + final.filter(({ verdict }) => verdict === "lost").length;
  const misplaced = seen.filter(
    ({ verdict, before }) => verdict === "misplaced" && before !== "misplaced",
  ).length;
  const tooFew = found >= standing * leastFound ? 0 : standing - found;
  return {
    anchors: final.length,
    standing,
    found,
    misplaced,
    failed: misplaced + tooFew,
    rows: rowsOf(seen, anchorsAtEach),
  };
}

function rowsOf(seen: readonly Observation[], anchorsAtEach: number): Row[] {
  return [...new Set(seen.map(({ edit }) => edit))].toSorted().map((edit) => {
    const own = seen.filter((one) => one.edit === edit);
    const turned = (to: Observation["verdict"]) =>
      own.filter(({ verdict, before }) => verdict === to && before !== to).length;
    return {
      edit,
      times: Math.round(own.length / anchorsAtEach),
      lost: turned("lost"),
      misplaced: turned("misplaced"),
    };
  });
}

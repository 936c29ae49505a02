import type { Figure, Target } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import type { Contender, ContenderName } from "./contenders.ts";

/** What each server gave, round by round. */
export type Results<Result> = Readonly<Record<ContenderName, readonly Result[]>>;

/** One after the other, in each round another first, so that what disturbs the machine disturbs all alike. */
export async function alternate<Result>(
  contenders: readonly Contender[],
  rounds: number,
  measure: (contender: Contender) => Promise<Result>,
): Promise<Results<Result>> {
  const results: Record<ContenderName, Result[]> = { here: [], "y-websocket-server": [], hocuspocus: [] };
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)])
      results[contender.name].push(await measure(contender));
  }
  return results;
}

export interface Comparison<Result> extends Pick<Figure, "name" | "words" | "unit" | "moreIsBetter"> {
  readonly target?: Target | undefined;
  readonly of: (result: Result) => number;
}

/** One figure of what was measured. */
export function compare<Result>(results: Results<Result>, comparison: Comparison<Result>): Figure {
  const { of, target, ...rest } = comparison;
  const spread = (name: ContenderName) => spreadOf(results[name].map((result) => of(result)));
  return {
    ...rest,
    ours: spread("here"),
    peers: {
      "y-websocket-server": spread("y-websocket-server"),
      hocuspocus: spread("hocuspocus"),
    },
    ...(target && { target }),
  };
}

import type { Feasibility } from "@consilium/database";
import { opinionOf } from "./find-reports.ts";

type Answer = Pick<Feasibility, "documentId" | "item" | "state" | "note" | "seatId" | "at">;

/** What is said of a recommendation of an opinion. */
export interface FeasibilityOfOpinion extends Omit<Answer, "documentId"> {
  readonly opinion: string;
  /** It was said of the version that this opinion corrects, and nothing since. */
  readonly isOfEarlier: boolean;
}

/** Opinion `to` stands, or is to stand, in the place of opinion `from`. */
export interface Correcting {
  readonly from: string;
  readonly to: string;
}

/**
 * A correction begins as a copy, with the same recommendations: what was said of them before goes along until something is said of
 * the new ones. `corrections`: the oldest first.
 */
export function carryFeasibility(
  said: readonly Answer[],
  corrections: readonly Correcting[],
): readonly FeasibilityOfOpinion[] {
  const found = said.map((one): FeasibilityOfOpinion => ({
    ...pick(one),
    opinion: opinionOf(one),
    isOfEarlier: false,
  }));
  for (const { from, to } of corrections) {
    const own = new Set(found.flatMap(({ opinion, item }) => (opinion === to ? [item] : [])));
    for (const one of found.filter(({ opinion, item }) => opinion === from && !own.has(item)))
      found.push({ ...one, opinion: to, isOfEarlier: true });
  }
  return found;
}

const pick = ({ item, state, note, seatId, at }: Answer) => ({ item, state, note, seatId, at });

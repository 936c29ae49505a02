import type { CaseListItem } from "../case/case-api.ts";
import { byUrgency } from "./by-urgency.ts";
import { groupCases } from "./group-cases.ts";
import { workStateOf } from "./work-state.ts";

type Similar = Pick<CaseListItem, "id" | "title" | "specialty" | "firstQuestion" | "state" | "clocks">;

/**
 * The case that is read after this one: the next of its group by the clock, the first again after the last; where it is the only one of its group,
 * the next of its specialty. What is signed or ended is not among them. Undefined: there is no other.
 */
export function nextSimilar<Item extends Similar>(cases: readonly Item[], current: string): Item | undefined {
  const inOrder = byUrgency(cases);
  const here = inOrder.find(({ id }) => id === current);
  if (!here) return undefined;
  const group = groupCases(inOrder).find(({ cases: members }) => members.includes(here))?.cases ?? [];
  const ofSpecialty = inOrder.filter(({ specialty }) => specialty === here.specialty);
  return nextOf(group, here) ?? nextOf(ofSpecialty, here);
}

function nextOf<Item extends Similar>(members: readonly Item[], here: Item): Item | undefined {
  const at = members.indexOf(here);
  const others = [...members.slice(at + 1), ...members.slice(0, at)];
  return others.find(isToBeRead);
}

function isToBeRead({ state }: Similar): boolean {
  const work = workStateOf(state);
  return work !== "done" && work !== "declined";
}

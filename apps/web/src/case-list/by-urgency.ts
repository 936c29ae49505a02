import type { CaseListItem } from "../case/case-api.ts";
import { workStateOf } from "./work-state.ts";

interface Urgent {
  readonly state: CaseListItem["state"];
  readonly clocks: readonly Pick<CaseListItem["clocks"][number], "state" | "due">[];
}

/** What is due first stands first; then what no clock runs for; what is done or declined stands last. Otherwise as they came. */
export const byUrgency = <Item extends Urgent>(cases: readonly Item[]): Item[] =>
  cases.toSorted((one, other) => rank(one) - rank(other) || compareDue(one, other));

function rank({ state }: Urgent): number {
  const work = workStateOf(state);
  return work === "done" || work === "declined" ? 1 : 0;
}

/** Two cases without a clock that runs are equal. */
function compareDue(one: Urgent, other: Urgent): number {
  const [first, second] = [nextDue(one), nextDue(other)];
  return first === second ? 0 : first - second;
}

/** In milliseconds of the epoch; Infinity: no clock runs. */
const nextDue = ({ clocks }: Urgent): number =>
  Math.min(
    ...clocks.flatMap(({ state, due }) => (state === "running" && due !== null ? [Date.parse(due)] : [])),
  );

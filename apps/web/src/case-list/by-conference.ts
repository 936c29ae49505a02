import type { CaseListItem } from "../case/case-api.ts";

type Spoken = Pick<CaseListItem, "conference">;

/** What is spoken about now, then what is spoken about first. */
export const byConference = <Item extends Spoken>(cases: readonly Item[]): Item[] =>
  cases.toSorted((one, other) => isLive(other) - isLive(one) || startOf(one) - startOf(other));

const isLive = ({ conference }: Spoken): number => Number(conference?.live === true);

const startOf = ({ conference }: Spoken): number => (conference ? Date.parse(conference.startsAt) : Infinity);

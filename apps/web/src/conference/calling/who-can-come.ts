import type { CasePerson } from "../../case/people.ts";

/** Those of a case who can be asked to a conference: not oneself, nobody whose place has ended, nobody who still reads blind. */
export const whoCanCome = (people: Iterable<CasePerson>): readonly CasePerson[] =>
  [...people].filter(
    ({ isOwn, hasEnded, mode, role }) => !isOwn && !hasEnded && mode !== "blind" && role !== "guest",
  );

/** Those who are suggested: all but proxies, of whom only some may meet. */
export const suggested = (people: readonly CasePerson[]): readonly string[] =>
  people.filter(({ role }) => role !== "proxy").map(({ seat }) => seat);

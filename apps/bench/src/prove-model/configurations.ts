/** How much happens in one exhaustive search of `packages/workspace-server/model`: the constants that `bounds.h` knows. */
export interface Configuration {
  readonly name: string;
  readonly bounds: Readonly<Record<string, number>>;
}

/** A defect that is built into the model on purpose: the search must find it. */
export interface SeededDefect extends Configuration {
  readonly defect: string;
}

/** What the clients may do, as `sync.pml` names it. */
const A0 = 1;
const A1 = 2;
const B0 = 4;
const DA = 8;

const alone = { ACTS_0: A0, ACTS_1: DA };

/** Small enough for `npm test`. */
export const quick: readonly Configuration[] = [
  { name: "typing, a socket lost", bounds: { CUTS: 1 } },
  { name: "signed, a socket lost", bounds: { SIGNINGS: 1, CUTS: 1, ACTS_1: DA } },
  {
    name: "a seat ends, signed, a commit fails",
    bounds: { REVOCATIONS: 1, SIGNINGS: 1, FAILS: 1, ...alone },
  },
  {
    name: "two processes, a commit in doubt and one that fails",
    bounds: { NP: 2, DOUBTS: 1, FAILS: 1, ...alone },
  },
];

/** All others. */
export const full: readonly Configuration[] = [
  { name: "typing, a socket lost and a commit that fails", bounds: { CUTS: 1, FAILS: 1 } },
  { name: "kill -9", bounds: { CRASHES: 1, ACTS_0: A0, ACTS_1: B0 | DA } },
  { name: "a commit in doubt, a socket lost", bounds: { DOUBTS: 1, CUTS: 1, ACTS_0: A0 | A1, ACTS_1: DA } },
  { name: "kill -9, a commit in doubt", bounds: { CRASHES: 1, DOUBTS: 1, ...alone } },
  { name: "unloaded, a socket lost, a commit fails", bounds: { UNLOADS: 1, CUTS: 1, FAILS: 1, ...alone } },
  { name: "unloaded, two sockets lost", bounds: { UNLOADS: 1, CUTS: 2, ...alone } },
  { name: "reloaded, a commit fails", bounds: { RELOADS: 1, FAILS: 1, ACTS_0: A0 | A1, ACTS_1: DA } },
  { name: "a seat ends, a socket lost", bounds: { REVOCATIONS: 1, CUTS: 1 } },
  { name: "two processes, a commit fails", bounds: { NP: 2, FAILS: 1, ACTS_0: A0, ACTS_1: B0 | DA } },
  { name: "two processes, a client changes over", bounds: { NP: 2, CUTS: 1, ...alone } },
  {
    name: "two processes, a client changes over, a commit fails",
    bounds: { NP: 2, CUTS: 1, FAILS: 1, ACTS_0: A0, ACTS_1: 0 },
  },
  { name: "two processes, kill -9 of one", bounds: { NP: 2, CRASHES: 1, ...alone } },
  { name: "two processes, a seat ends", bounds: { NP: 2, REVOCATIONS: 1, ACTS_0: A0, ACTS_1: B0 | DA } },
  { name: "two processes, signed", bounds: { NP: 2, SIGNINGS: 1, ACTS_0: A0, ACTS_1: B0 | DA } },
];

/** Searched for cycles: there are none, so that the last states are always reached. */
export const endless: readonly Configuration[] = [
  { name: "no cycle: a commit fails", bounds: { FAILS: 1, ...alone } },
  { name: "no cycle: signed", bounds: { SIGNINGS: 1, ...alone } },
  { name: "no cycle: a seat ends", bounds: { REVOCATIONS: 1, ...alone } },
  { name: "no cycle: two processes", bounds: { NP: 2, ACTS_0: A0, ACTS_1: 0 } },
];

const seeded = (defect: string, bounds: Configuration["bounds"]): SeededDefect => ({
  name: `finds ${defect.toLowerCase().replaceAll("_", " ")}`,
  defect,
  bounds,
});

export const defects: readonly SeededDefect[] = [
  seeded("SAVED_EARLY", { FAILS: 1 }),
  seeded("ANNOUNCED_EARLY", {}),
  seeded("NO_NOVELTY_SAVED_AT_ONCE", { FAILS: 1, ACTS_0: A0 | DA, ACTS_1: DA }),
  seeded("CLOCKS_NOT_COMPARED", { NP: 2, CUTS: 1, ACTS_0: A0, ACTS_1: 0 }),
  seeded("EPOCH_COMPARED_BEFORE", { SIGNINGS: 1 }),
  seeded("AUTHORITY_COMPARED_BEFORE", { REVOCATIONS: 1 }),
  seeded("AUTHORITY_NOT_JUDGED_ANEW", { REVOCATIONS: 1 }),
  seeded("QUEUE_KEPT_AND_SENT_AGAIN", { REVOCATIONS: 1 }),
  seeded("ONLY_HINTS", { NP: 2, ACTS_0: A0, ACTS_1: B0 }),
  seeded("UNLOADED_WITH_SESSIONS", { UNLOADS: 1 }),
  seeded("SIGNED_UNSEEN", { SIGNINGS: 1 }),
  seeded("SAVED_BY_CLOCK", { FAILS: 1 }),
  seeded("LATE_DROPS_AT_ONCE", { SIGNINGS: 1, CUTS: 1, ACTS_0: A0 | A1, ACTS_1: B0 }),
  seeded("KEPT_NOT_APPLIED", { RELOADS: 1, FAILS: 1 }),
  seeded("ANSWERED_IS_A_FLAG", { CUTS: 1, FAILS: 1, ACTS_0: A0 | A1, ACTS_1: 0 }),
  seeded("UPDATE_BEFORE_ANSWER", { FAILS: 1, ACTS_0: A0 | A1, ACTS_1: DA }),
  seeded("NEED_BEGINS_AT_ZERO", { CUTS: 1 }),
];

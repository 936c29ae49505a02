import { expect, test } from "vitest";
import { type CaseState, caseStates, mayStep } from "./case-state.ts";
import { type CaseClockTimes, type ClockEvent, clockMoves } from "./clock-rules.ts";
import { clockKinds } from "./clock.ts";
import { mondayToFriday } from "./working-days.ts";

const zone = "Europe/Stockholm";
const at = new Date("2026-11-24T09:30:00Z");
const hours = (n: number): Date => new Date(at.getTime() + n * 3_600_000);

const begun = { startedAt: hours(-48), dueAt: hours(48), doneAt: null, pausedSince: null };
/** In the order of the letters below: not begun, running, paused by itself, paused with its case, met. */
const standings: readonly Omit<CaseClockTimes, "kind" | "zone">[] = [
  { startedAt: null, dueAt: null, doneAt: null, pausedSince: null, isPausedWithCase: false },
  { ...begun, isPausedWithCase: false },
  { ...begun, pausedSince: hours(-3), isPausedWithCase: false },
  { ...begun, pausedSince: hours(-3), isPausedWithCase: true },
  { ...begun, doneAt: hours(-1), isPausedWithCase: false },
];

/**
 * What each event does to each clock in each of its five standings. s: starts (anew), m: is met, z: is as if never begun, p: pauses,
 * g: goes on, -: nothing.
 */
const table = `
event                                    triage records start blind opinion questions
draft > submitted                        sssss  -----   ----- ----- -----   -----
draft > withdrawn                        -p---  -p---   -p--- -p--- -p---   -p---
submitted > gathering-records            -mmm-  sssss   -zzzz ----- -zzzz   -----
submitted > ready-for-review             -mmm-  mmmmm   sssss ----- sssss   -----
submitted > paused                       -p---  -p---   -p--- -p--- -p---   -p---
submitted > declined                     -mmm-  -p---   -p--- -p--- -p---   -p---
submitted > withdrawn                    -p---  -p---   -p--- -p--- -p---   -p---
gathering-records > ready-for-review     -----  mmmmm   sssss ----- sssss   -----
gathering-records > paused               -p---  -p---   -p--- -p--- -p---   -p---
gathering-records > declined             -p---  -p---   -p--- -p--- -p---   -p---
gathering-records > withdrawn            -p---  -p---   -p--- -p--- -p---   -p---
ready-for-review > gathering-records     -----  sssss   -zzzz ----- -zzzz   -----
ready-for-review > in-review             -----  -----   -mmm- ----- -----   -----
ready-for-review > paused                -p---  -p---   -p--- -p--- -p---   -p---
ready-for-review > declined              -p---  -p---   -p--- -p--- -p---   -p---
ready-for-review > withdrawn             -p---  -p---   -p--- -p--- -p---   -p---
in-review > gathering-records            -----  sssss   -zzzz ----- -zzzz   -----
in-review > signed                       -----  -----   ----- ----- mmmmm   -----
in-review > paused                       -p---  -p---   -p--- -p--- -p---   -p---
in-review > declined                     -p---  -p---   -p--- -p--- -p---   -p---
in-review > withdrawn                    -p---  -p---   -p--- -p--- -p---   -p---
signed > delivered                       -----  -----   ----- ----- -----   sssss
delivered > follow-up                    -----  -----   ----- ----- -----   -----
delivered > closed                       -----  -----   ----- ----- -----   -mmm-
follow-up > closed                       -----  -----   ----- ----- -----   -mmm-
closed > erased                          -----  -----   ----- ----- -----   -----
paused > submitted                       ---g-  ---g-   ---g- ---g- ---g-   ---g-
paused > gathering-records               ---g-  ---g-   ---g- ---g- ---g-   ---g-
paused > ready-for-review                ---g-  ---g-   ---g- ---g- ---g-   ---g-
paused > in-review                       ---g-  ---g-   ---g- ---g- ---g-   ---g-
paused > withdrawn                       -----  -----   ----- ----- -----   -----
declined > closed                        -----  -----   ----- ----- -----   -mmm-
declined > erased                        -----  -----   ----- ----- -----   -----
withdrawn > closed                       -----  -----   ----- ----- -----   -mmm-
withdrawn > erased                       -----  -----   ----- ----- -----   -----
blind-begins                             -----  -----   ----- s---s -----   -----
blind-ends                               -----  -----   ----- -mmm- -----   -----
`;

const rows = table
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(/\s{2,}|(?<=[-a-z]{5}) (?=[-a-z]{5})/));

const isState = (word: string | undefined): word is CaseState => caseStates.some((state) => state === word);

function eventOf(words: string): ClockEvent {
  if (words === "blind-begins" || words === "blind-ends") return { is: words };
  const [from, to] = words.split(" > ");
  if (!isState(from) || !isState(to)) throw new Error(`No step: ${words}`);
  return { is: "step", from, to };
}

const letters = { start: "s", meet: "m", reset: "z", pause: "p", resume: "g" } as const;

function lettersOf(event: ClockEvent, kind: CaseClockTimes["kind"]): string {
  const ground = { at, tier: "standard", zone, days: mondayToFriday } as const;
  const found = standings.map((standing) => {
    const moves = clockMoves(event, ground, [{ kind, zone, ...standing }]).filter((one) => one.kind === kind);
    return moves.map(({ move }) => letters[move]).join("") || "-";
  });
  return found.join("");
}

test("what each event does to each clock, in every standing of it", () => {
  const found = rows.map(([event = ""]) => [
    event,
    ...clockKinds.map((kind) => lettersOf(eventOf(event), kind)),
  ]);
  expect(found).toEqual(rows);
});

test("the table has every step that the lifecycle allows, and no other", () => {
  const behind = new Set<CaseState>(["submitted", "gathering-records", "ready-for-review", "in-review"]);
  const steps = caseStates.flatMap((from) =>
    caseStates
      .filter((to) => mayStep(from, to, from === "paused" && behind.has(to) ? to : null))
      .map((to) => `${from} > ${to}`),
  );
  const listed = rows.map(([event = ""]) => event).filter((event) => event.includes(">"));
  expect(listed.toSorted()).toEqual(steps.toSorted());
});

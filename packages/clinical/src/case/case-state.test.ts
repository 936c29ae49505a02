import { expect, test } from "vitest";
import { type CaseState, mayStep, needsReason } from "./case-state.ts";

/** In the order of the columns below. */
const states: readonly CaseState[] = [
  "draft",
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
  "signed",
  "delivered",
  "follow-up",
  "closed",
  "paused",
  "declined",
  "withdrawn",
  "erased",
];

/** Every pair of a state and a step; x: it may be taken. From a pause without the state behind it. */
const table = `
                   dr su ga re in si de fo cl pa dc wi er
draft              .  x  .  .  .  .  .  .  .  .  .  x  .
submitted          .  .  x  x  .  .  .  .  .  x  x  x  .
gathering-records  .  .  .  x  .  .  .  .  .  x  x  x  .
ready-for-review   .  .  x  .  x  .  .  .  .  x  x  x  .
in-review          .  .  x  .  .  x  .  .  .  x  x  x  .
signed             .  .  .  .  .  .  x  .  .  .  .  .  .
delivered          .  .  .  .  .  .  .  x  x  .  .  .  .
follow-up          .  .  .  .  .  .  .  .  x  .  .  .  .
closed             .  .  .  .  .  .  .  .  .  .  .  .  x
paused             .  .  .  .  .  .  .  .  .  .  .  x  .
declined           .  .  .  .  .  .  .  .  x  .  .  .  x
withdrawn          .  .  .  .  .  .  .  .  x  .  .  .  x
erased             .  .  .  .  .  .  .  .  .  .  .  .  .
`;

const rows = table
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(/\s+/));

test("of every state, each step that may be taken and each that may not", () => {
  expect(rows.map(([from]) => from)).toEqual(states);
  const found = states.map((from) => [from, ...states.map((to) => (mayStep(from, to) ? "x" : "."))]);
  expect(found).toEqual(rows);
});

test("after a pause a case goes on to the state behind it and to no other, or is withdrawn", () => {
  const behind = ["submitted", "gathering-records", "ready-for-review", "in-review"] as const;
  expect(behind.map((state) => states.filter((to) => mayStep("paused", to, state)))).toEqual([
    ["submitted", "withdrawn"],
    ["gathering-records", "withdrawn"],
    ["ready-for-review", "withdrawn"],
    ["in-review", "withdrawn"],
  ]);
});

test("a pause, a refusal and a withdrawal want a reason; no other step does", () => {
  expect(states.filter(needsReason)).toEqual(["paused", "declined", "withdrawn"]);
});

import { expect, test } from "vitest";
import { byUrgency } from "./by-urgency.ts";

const clock = (due: string, state: "running" | "paused" = "running") => ({ state, due });

const names = (cases: readonly { readonly name: string }[]) => cases.map(({ name }) => name);

test("what is due first stands first, then what no clock runs for, and what is over last", () => {
  const cases = [
    { name: "over", state: "follow-up", clocks: [clock("2026-11-02T08:00:00Z")] },
    { name: "waiting", state: "submitted", clocks: [] },
    { name: "paused", state: "in-review", clocks: [clock("2026-11-20T08:00:00Z", "paused")] },
    { name: "next week", state: "in-review", clocks: [clock("2026-12-01T08:00:00Z")] },
    {
      name: "tomorrow",
      state: "in-review",
      clocks: [clock("2026-12-09T08:00:00Z"), clock("2026-11-25T08:00:00Z")],
    },
  ] as const;
  expect(names(byUrgency(cases))).toEqual(["tomorrow", "next week", "waiting", "paused", "over"]);
});

test("cases of the same urgency stay as they came", () => {
  const cases = ["b", "a", "c"].map((name) => ({ name, state: "ready-for-review" as const, clocks: [] }));
  expect(names(byUrgency(cases))).toEqual(["b", "a", "c"]);
});

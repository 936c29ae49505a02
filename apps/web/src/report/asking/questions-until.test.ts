import { expect, test } from "vitest";
import type { CaseDetail } from "../../case/case-api.ts";
import { questionsUntil } from "./questions-until.tsx";

const now = new Date("2026-11-29T12:00:00Z");
const clock = (more: Partial<CaseDetail["clocks"][number]>): CaseDetail["clocks"][number] => ({
  id: "clock",
  kind: "questions",
  state: "running",
  from: "2026-11-20T12:00:00Z",
  due: "2026-12-04T16:00:00Z",
  met: null,
  zone: "Europe/Stockholm",
  pausedReason: null,
  ...more,
});

test("the clock of questions says until when, while it runs, and that its time is past", () => {
  const due = new Date("2026-12-04T16:00:00Z");
  expect(questionsUntil({ clocks: [clock({})], state: "follow-up" }, now)).toEqual({ say: "until", due });
  const late = new Date("2026-12-05T00:00:00Z");
  expect(questionsUntil({ clocks: [clock({})], state: "follow-up" }, late)).toEqual({ say: "past", due });
});

test("a clock that ran out, as the server tells it, says that the time is past, and not for how long it is open", () => {
  const met = "2026-12-04T16:00:00Z";
  const clocks = [clock({ state: "met", met })];
  const late = new Date("2026-12-05T00:00:00Z");
  expect(questionsUntil({ clocks, state: "follow-up" }, late)).toEqual({ say: "past", due: new Date(met) });
  expect(questionsUntil({ clocks, state: "closed" }, late)).toEqual({ say: "closed" });
});

test("without such a clock, or before it runs, nothing is said; of a closed case that it is closed", () => {
  for (const clocks of [[], [clock({ kind: "opinion" })], [clock({ state: "not-begun", due: null })]])
    expect(questionsUntil({ clocks, state: "delivered" }, now)).toBeUndefined();
  expect(questionsUntil({ clocks: [clock({})], state: "closed" }, now)).toEqual({ say: "closed" });
});

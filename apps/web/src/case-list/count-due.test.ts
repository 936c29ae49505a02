import { expect, test } from "vitest";
import { countDue } from "./count-due.ts";

const zone = "Europe/Stockholm";
const tuesday = new Date("2026-11-24T13:00:00Z");

const due = (at: string, state: "running" | "paused" = "running") => ({
  clocks: [
    {
      id: "01KDVDNA00TN9P6MHT5FWG4VEP",
      kind: "opinion" as const,
      state,
      from: "2026-11-20T08:00:00Z",
      due: at,
      met: null,
      zone,
      pausedReason: null,
    },
  ],
});

test("an opinion is due this week until its Sunday ends where the reader is", () => {
  const cases = [due("2026-11-26T16:00:00Z"), due("2026-11-29T22:59:00Z"), due("2026-11-29T23:01:00Z")];
  expect(countDue(cases, tuesday, zone)).toEqual({ thisWeek: 2, late: 0 });
});

test("what is late is not also due, and a paused clock is neither", () => {
  const cases = [due("2026-11-24T12:00:00Z"), due("2026-11-25T12:00:00Z", "paused")];
  expect(countDue(cases, tuesday, zone)).toEqual({ thisWeek: 0, late: 1 });
});

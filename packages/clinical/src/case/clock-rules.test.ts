import { describe, expect, test } from "vitest";
import type { CaseState } from "./case-state.ts";
import { type CaseClockTimes, clockMoves, type ClockStep } from "./clock-rules.ts";

const zone = "Europe/Stockholm";
/** A Tuesday. */
const at = new Date("2026-11-24T09:30:00Z");
const hours = (n: number): Date => new Date(at.getTime() + n * 3_600_000);

const clock = (kind: CaseClockTimes["kind"], times: Partial<CaseClockTimes> = {}): CaseClockTimes => ({
  kind,
  zone,
  startedAt: null,
  dueAt: null,
  doneAt: null,
  pausedSince: null,
  isPausedWithCase: false,
  ...times,
});
const running = { startedAt: hours(-48), dueAt: hours(48) };
const step = (from: CaseState, to: CaseState, tier: ClockStep["tier"] = "standard"): ClockStep => ({
  from,
  to,
  at,
  tier,
});

describe("the clocks of a case", () => {
  test("ten days of gathering begin with it, to the end of a working day where the case is", () => {
    expect(clockMoves(step("submitted", "gathering-records"), [clock("records"), clock("opinion")])).toEqual([
      { kind: "records", move: "start", due: new Date("2026-12-04T16:00:00Z") },
    ]);
  });

  test("complete records meet the first and start the second: seven working days, five when expedited", () => {
    const clocks = [clock("records", running), clock("opinion")];
    expect(clockMoves(step("gathering-records", "ready-for-review"), clocks)).toEqual([
      { kind: "records", move: "meet" },
      { kind: "opinion", move: "start", due: new Date("2026-12-03T16:00:00Z") },
    ]);
    expect(clockMoves(step("submitted", "ready-for-review", "expedited"), clocks)[1]).toEqual({
      kind: "opinion",
      move: "start",
      due: new Date("2026-12-01T16:00:00Z"),
    });
  });

  test("back to gathering the first runs anew and the second waits for it", () => {
    const clocks = [clock("records", { ...running, doneAt: hours(-1) }), clock("opinion", running)];
    expect(clockMoves(step("in-review", "gathering-records"), clocks)).toEqual([
      { kind: "records", move: "start", due: new Date("2026-12-04T16:00:00Z") },
      { kind: "opinion", move: "reset" },
    ]);
  });

  test("the signature meets the second; taking it into review touches none", () => {
    const clocks = [clock("records", { ...running, doneAt: hours(-1) }), clock("opinion", running)];
    expect(clockMoves(step("in-review", "signed"), clocks)).toEqual([{ kind: "opinion", move: "meet" }]);
    expect(clockMoves(step("ready-for-review", "in-review"), clocks)).toEqual([]);
  });

  test("a pause stops what runs, and nothing else; so do declining and withdrawing", () => {
    const clocks = [
      clock("records", { ...running, doneAt: hours(-1) }),
      clock("blind", { ...running, pausedSince: hours(-3) }),
      clock("opinion", running),
      clock("questions"),
    ];
    for (const to of ["paused", "declined", "withdrawn"] as const)
      expect(clockMoves(step("in-review", to), clocks)).toEqual([{ kind: "opinion", move: "pause" }]);
  });

  test("going on adds as long as it stood; a clock with a pause of its own keeps standing", () => {
    const clocks = [
      clock("blind", { ...running, pausedSince: hours(-30) }),
      clock("opinion", { ...running, pausedSince: hours(-24), isPausedWithCase: true }),
    ];
    expect(clockMoves(step("paused", "in-review"), clocks)).toEqual([
      { kind: "opinion", move: "resume", due: hours(72) },
    ]);
    expect(clockMoves(step("paused", "withdrawn"), clocks)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import type { CaseState } from "./case-state.ts";
import {
  type CaseClockTimes,
  type ClockGround,
  clockMoves,
  dueAfterPause,
  dueInTier,
  type Tier,
} from "./clock-rules.ts";
import { metAt } from "./clock.ts";
import { mondayToFriday } from "./working-days.ts";

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
const ground = (tier: Tier = "standard"): ClockGround => ({ at, tier, zone, days: mondayToFriday });
const moves = (from: CaseState, to: CaseState, clocks: readonly CaseClockTimes[] = [], tier?: Tier) =>
  clockMoves({ is: "step", from, to }, ground(tier), clocks);

describe("the clocks of a case", () => {
  test("triage begins with the submission, one working day, also where it has no row yet, and ends with the next step", () => {
    expect(moves("draft", "submitted")).toEqual([
      { kind: "triage", move: "start", due: new Date("2026-11-25T16:00:00Z") },
    ]);
    for (const to of ["gathering-records", "ready-for-review", "declined"] as const)
      expect(moves("submitted", to, [clock("triage", running)])).toContainEqual({
        kind: "triage",
        move: "meet",
      });
    expect(moves("submitted", "declined")).toEqual([]);
  });

  test("ten days of gathering begin with it, to the end of a working day where the case is", () => {
    expect(moves("submitted", "gathering-records")).toEqual([
      { kind: "records", move: "start", due: new Date("2026-12-04T16:00:00Z") },
    ]);
  });

  test("complete records meet that and start two: a specialist begins in two working days, the opinion has seven, or five", () => {
    const clocks = [clock("records", running), clock("opinion")];
    expect(moves("gathering-records", "ready-for-review", clocks)).toEqual([
      { kind: "records", move: "meet" },
      { kind: "start", move: "start", due: new Date("2026-11-26T16:00:00Z") },
      { kind: "opinion", move: "start", due: new Date("2026-12-03T16:00:00Z") },
    ]);
    expect(moves("submitted", "ready-for-review", clocks, "expedited")).toContainEqual({
      kind: "opinion",
      move: "start",
      due: new Date("2026-12-01T16:00:00Z"),
    });
  });

  test("back to gathering the first runs anew and the later ones wait for it", () => {
    const done = { ...running, doneAt: hours(-1) };
    const clocks = [clock("records", done), clock("start", done), clock("opinion", running)];
    expect(moves("in-review", "gathering-records", clocks)).toEqual([
      { kind: "records", move: "start", due: new Date("2026-12-04T16:00:00Z") },
      { kind: "start", move: "reset" },
      { kind: "opinion", move: "reset" },
    ]);
  });

  test("taking it into review meets the start, and the signature the opinion", () => {
    const clocks = [clock("start", running), clock("opinion", running)];
    expect(moves("ready-for-review", "in-review", clocks)).toEqual([{ kind: "start", move: "meet" }]);
    expect(moves("in-review", "signed", clocks)).toEqual([{ kind: "opinion", move: "meet" }]);
  });

  test("questions can be asked for 14 days from delivery: they end by themselves, or with the case", () => {
    const due = new Date("2026-12-08T16:00:00Z");
    expect(moves("signed", "delivered")).toEqual([{ kind: "questions", move: "start", due }]);
    const asked = clock("questions", { startedAt: at, dueAt: due });
    expect(moves("follow-up", "closed", [asked])).toEqual([{ kind: "questions", move: "meet" }]);
    expect(metAt(asked, hours(24))).toBeNull();
    expect(metAt(asked, new Date(due.getTime() + 1))).toEqual(due);
    expect(metAt(clock("opinion", { startedAt: at, dueAt: due }), new Date(due.getTime() + 1))).toBeNull();
  });

  test("a blind read has three working days from when somebody begins it, and is met when it ends", () => {
    const begins = { is: "blind-begins" } as const;
    const due = new Date("2026-11-27T16:00:00Z");
    expect(clockMoves(begins, ground(), [])).toEqual([{ kind: "blind", move: "start", due }]);
    expect(clockMoves(begins, ground(), [clock("blind", running)])).toEqual([]);
    expect(clockMoves({ is: "blind-ends" }, ground(), [clock("blind", running)])).toEqual([
      { kind: "blind", move: "meet" },
    ]);
    expect(clockMoves({ is: "blind-ends" }, ground(), [])).toEqual([]);
  });

  test("a pause stops what runs, and nothing else; so do declining and withdrawing", () => {
    const clocks = [
      clock("records", { ...running, doneAt: hours(-1) }),
      clock("blind", { ...running, pausedSince: hours(-3) }),
      clock("opinion", running),
      clock("questions"),
    ];
    for (const to of ["paused", "declined", "withdrawn"] as const)
      expect(moves("in-review", to, clocks)).toEqual([{ kind: "opinion", move: "pause" }]);
  });

  test("going on adds as long as it stood; a clock with a pause of its own keeps standing", () => {
    const clocks = [
      clock("blind", { ...running, pausedSince: hours(-30) }),
      clock("opinion", { ...running, pausedSince: hours(-24), isPausedWithCase: true }),
    ];
    expect(moves("paused", "in-review", clocks)).toEqual([
      { kind: "opinion", move: "resume", due: hours(72) },
    ]);
    expect(moves("paused", "withdrawn", clocks)).toEqual([]);
    expect(dueAfterPause(clock("blind", { ...running, pausedSince: hours(-30) }), at)).toEqual(hours(78));
    expect(dueAfterPause(clock("blind", running), at)).toBeUndefined();
  });

  test("another tier is the other norm from the same beginning; what pauses and extensions added stays added", () => {
    const to = { from: "standard", to: "expedited" } as const;
    const day = 24 * 3_600_000;
    const due = new Date("2026-12-03T16:00:00Z");
    const extended = clock("opinion", { startedAt: at, dueAt: new Date(due.getTime() + day) });
    expect(dueInTier(extended, to, mondayToFriday)).toEqual(new Date("2026-12-02T16:00:00Z"));
    expect(dueInTier(clock("opinion"), to, mondayToFriday)).toBeUndefined();
    expect(dueInTier(clock("opinion", { ...running, doneAt: at }), to, mondayToFriday)).toBeUndefined();
  });
});

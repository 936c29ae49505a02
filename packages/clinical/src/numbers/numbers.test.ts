import { expect, test } from "vitest";
import { completenessOf } from "./completeness.ts";
import { toCsv } from "./csv.ts";
import { feedbackNumbers } from "./feedback-numbers.ts";
import { pauseReasons } from "./pause-reasons.ts";
import { reportNumbers } from "./report-numbers.ts";
import { shareOfPart, spreadOf } from "./spread.ts";
import { type StepSpan, stepNumbers } from "./step-numbers.ts";
import { urgentNumbers } from "./urgent-numbers.ts";
import { waitingNow, type WaitingCase, waitsFor } from "./waiting.ts";
import { workedTime } from "./worked-time.ts";

const day = 86_400_000;
const zero = Date.parse("2026-06-01T00:00:00Z");
const at = (days: number) => new Date(zero + days * day);
const period = { from: at(0), to: at(100) };

test("quartiles lie between values in proportion; of fewer than five nothing is said", () => {
  expect(spreadOf([5, 1, 2, 3, 4])).toEqual({ lower: 2, median: 3, upper: 4 });
  expect(spreadOf([1, 2, 3, 4, 5, 6])).toEqual({ lower: 2.25, median: 3.5, upper: 4.75 });
  expect(spreadOf([1, 2, 3, 4])).toBeNull();
  expect(shareOfPart({ count: 4, of: 4 })).toBeNull();
  expect(shareOfPart({ count: 1, of: 5 })).toBe(0.2);
});

const worked = (...pauses: (readonly [number, number | null])[]) =>
  workedTime(
    at(0),
    at(10),
    pauses.map(([from, to]) => ({ from: at(from), to: to === null ? null : at(to) })),
  ) / day;

test("pauses are left out once, also where they overlap, reach over an end or go on", () => {
  expect(worked()).toBe(10);
  expect(worked([2, 5], [3, 6])).toBe(6);
  expect(worked([3, 4], [2, 8])).toBe(4);
  expect(worked([-3, 1], [9, 20])).toBe(8);
  expect(worked([7, null])).toBe(7);
  expect(worked([12, 20])).toBe(10);
});

const span = (from: number, to: number | null, more: Partial<StepSpan> = {}): StepSpan => ({
  step: "opinion",
  from: at(from),
  due: at(from + 7),
  to: to === null ? null : at(to),
  pauses: [],
  isBrokenOff: false,
  ...more,
});
const opinions = (spans: readonly StepSpan[]) =>
  stepNumbers(spans, period).find(({ step }) => step === "opinion");

test("a step counts where it ended in the period, without its pauses; what is open is said beside it", () => {
  const spans = [
    span(0, 2),
    span(0, 4),
    span(0, 6),
    span(0, 16, { pauses: [{ from: at(5), to: at(13) }], due: at(15) }),
    span(0, 10, { due: at(12) }),
    span(-30, -20),
    span(90, null),
    span(80, null, { pauses: [{ from: at(85), to: null }] }),
    span(50, null, { isBrokenOff: true }),
  ];
  expect(opinions(spans)).toEqual({
    step: "opinion",
    done: 5,
    days: { lower: 4, median: 6, upper: 8 },
    late: { count: 1, of: 5 },
    open: 2,
    openLate: 1,
    longestOpen: 10,
  });
});

test("a programme without a case has steps without numbers", () => {
  for (const step of stepNumbers([], period))
    expect(step).toMatchObject({
      done: 0,
      days: null,
      late: { count: 0, of: 0 },
      open: 0,
      longestOpen: null,
    });
  expect(waitingNow([], period.to)).toEqual([]);
  expect(pauseReasons([], period)).toEqual([]);
  expect(reportNumbers([], period)).toMatchObject({ signed: 0, daysToOpen: null });
  expect(urgentNumbers([], period)).toMatchObject({ raised: 0, minutes: null });
  expect(completenessOf([], period)).toEqual({ complete: { count: 0, of: 0 }, gathering: 0 });
  expect(feedbackNumbers([])).toEqual({ answers: 0, skipped: 0, questions: null });
});

const waiting = (state: WaitingCase["state"], more: Partial<WaitingCase> = {}): WaitingCase => ({
  state,
  since: at(90),
  hasAuthor: false,
  isOffered: false,
  openRequests: 0,
  isOpenedByTreating: false,
  isOpenedByPatient: false,
  visitSince: null,
  ...more,
});

test("each case waits for somebody, and one that is over for nobody", () => {
  expect(waitsFor(waiting("submitted"))).toBe("coordinator");
  expect(waitsFor(waiting("gathering-records", { openRequests: 1 }))).toBe("records");
  expect(waitsFor(waiting("gathering-records"))).toBe("coordinator");
  expect(waitsFor(waiting("ready-for-review"))).toBe("coordinator");
  expect(waitsFor(waiting("ready-for-review", { isOffered: true }))).toBe("asked");
  expect(waitsFor(waiting("ready-for-review", { hasAuthor: true, isOffered: true }))).toBe("specialist");
  expect(waitsFor(waiting("signed"))).toBe("telling");
  expect(waitsFor(waiting("delivered"))).toBe("treating");
  expect(waitsFor(waiting("delivered", { isOpenedByTreating: true }))).toBe("patient");
  expect(waitsFor(waiting("follow-up", { isOpenedByTreating: true, isOpenedByPatient: true }))).toBe(
    "questions",
  );
  expect(waitsFor(waiting("paused"))).toBe("pause");
  expect(waitsFor(waiting("closed"))).toBeUndefined();
  expect(waitsFor(waiting("draft"))).toBeUndefined();
  const cases = [waiting("in-review"), waiting("in-review", { since: at(80) }), waiting("closed")];
  expect(waitingNow(cases, period.to)).toEqual([{ for: "specialist", count: 2, longest: 20 }]);
});

test("a case in which somebody wishes for a visit waits for the answer, since they wished", () => {
  const wished = { isOpenedByTreating: true, isOpenedByPatient: true, visitSince: at(97) };
  expect(waitsFor(waiting("follow-up", wished))).toBe("visit");
  expect(waitsFor(waiting("closed", wished))).toBeUndefined();
  expect(waitingNow([waiting("follow-up", wished)], period.to)).toEqual([
    { for: "visit", count: 1, longest: 3 },
  ]);
});

test("reports are counted by the day of their signature; a patient who was not told is not one who did not open it", () => {
  const report = { signedAt: at(1), isDelivered: false, openedByTreatingAt: null, openedByPatientAt: null };
  const found = reportNumbers(
    [
      { ...report, recommendations: ["done", "not-said"], openedByTreatingAt: at(3) },
      { ...report, isDelivered: true, recommendations: ["not-said"] },
      { ...report, isDelivered: true, openedByPatientAt: at(2), recommendations: [] },
      { ...report, signedAt: at(-1), recommendations: ["done"] },
    ],
    period,
  );
  expect(found).toEqual({
    signed: 3,
    openedByTreating: { count: 1, of: 3 },
    openedByPatient: { count: 1, of: 2 },
    daysToOpen: null,
    actedOn: { count: 1, of: 2 },
    recommendations: { feasible: 0, "not-available": 0, done: 1, "not-said": 2 },
  });
});

test("an urgent finding is in time within its hour; one whose hour still runs is neither", () => {
  const hour = 1 / 24;
  const urgent = (from: number, had: number | null) => ({
    raisedAt: at(from),
    dueAt: at(from + hour),
    escalatedAt: null,
    acknowledgedAt: had === null ? null : at(had),
  });
  const found = urgentNumbers(
    [urgent(1, 1 + hour / 2), urgent(2, 3), urgent(4, null), urgent(100 - hour / 2, null)],
    period,
  );
  expect(found).toMatchObject({ raised: 4, minutes: null, inTime: { count: 1, of: 3 }, open: 2 });
});

test("a case was complete where nothing was asked for afterwards; one that still gathers says nothing yet", () => {
  const request = (askedAt: number, answeredAt: number | null) => ({
    askedAt: at(askedAt),
    answeredAt: answeredAt === null ? null : at(answeredAt),
  });
  const one = { submittedAt: at(5), isGathered: true };
  const found = completenessOf(
    [
      { ...one, requests: [] },
      { ...one, requests: [request(1, 4)] },
      { ...one, requests: [request(1, 6)] },
      { ...one, requests: [request(6, 7)] },
      { ...one, requests: [], isGathered: false },
      { ...one, submittedAt: at(-1), requests: [] },
    ],
    period,
  );
  expect(found).toEqual({ complete: { count: 2, of: 4 }, gathering: 1 });
});

test("reasons of pauses are one where they say the same, and count the days of the period alone", () => {
  const pauses = [
    { from: at(-5), to: at(2), reason: "Patient travels" },
    { from: at(98), to: null, reason: " patient  travels" },
    { from: at(10), to: at(11), reason: "The author is ill" },
    { from: at(-9), to: at(-8), reason: "Before" },
  ];
  expect(pauseReasons(pauses, period)).toEqual([
    { reason: "Patient travels", count: 2, days: 4 },
    { reason: "The author is ill", count: 1, days: 1 },
  ]);
});

test("answers of patients are added up from five on", () => {
  const said = { understood: "yes", decided: "partly", recommended: "no" };
  const four = Array.from({ length: 4 }, () => ({ said }));
  expect(feedbackNumbers([...four, { said: null }])).toEqual({ answers: 4, skipped: 1, questions: null });
  expect(feedbackNumbers([...four, { said: { ...said, understood: "no" } }]).questions?.[0]).toEqual({
    question: "understood",
    said: { yes: 4, partly: 0, no: 1 },
  });
});

test("a table as text quotes what must be, and runs no formula in a spreadsheet", () => {
  expect(
    toCsv([
      ["a", 'say "x", y', "two\nlines"],
      [1.5, null, true],
    ]),
  ).toBe('a,"say ""x"", y","two\nlines"\r\n1.5,,true\r\n');
  expect(toCsv([["=1+1", "@x", "-2", "+3", "\tx"]])).toBe("'=1+1,'@x,'-2,'+3,'\tx\r\n");
  expect(toCsv([[-2]])).toBe("-2\r\n");
});

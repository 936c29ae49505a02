import { expect, test } from "vitest";
import { type BoardCase, boardColumn, doNow } from "./do-now.ts";

const now = new Date("2026-11-24T09:00:00Z");
const hours = (n: number): Date => new Date(now.getTime() + n * 3_600_000);

const nothing: BoardCase = {
  state: "in-review",
  interrupted: null,
  clocks: [],
  requests: [],
  offers: [],
  hasAuthor: true,
  report: null,
  changes: [],
  deliveries: [],
  visits: [],
};
const found = (more: Partial<BoardCase>) =>
  doNow({ ...nothing, ...more }, now).map(({ what, severity }) => `${what} ${severity}`);

const opinionDue = (due: Date, state: "running" | "paused" | "met" | "not-begun" = "running") => ({
  clocks: [{ kind: "opinion" as const, state, due }],
});

const request = (due: Date | null) => found({ requests: [{ id: "r", due }] });

const offer = (state: "offered" | "lapsed" | "declined" | "withdrawn") => ({
  id: state,
  state,
  due: hours(-1),
});

const column = (state: BoardCase["state"], interrupted: BoardCase["state"] | null = null) =>
  boardColumn({ state, interrupted });

const change = (seat: string, report: string, due: Date) => ({ seat, report, due });
const wished = (at: Date) => doNow({ ...nothing, state: "follow-up", visits: [{ id: "v", at }] }, now);
const changed = (more: Partial<BoardCase>) => doNow({ ...nothing, state: "follow-up", ...more }, now);

test("a clock needs somebody from two days before its date, and not while it stands or was met", () => {
  expect(found(opinionDue(hours(49)))).toEqual([]);
  expect(found(opinionDue(hours(48)))).toEqual(["clock soon"]);
  expect(found(opinionDue(hours(0)))).toEqual(["clock late"]);
  for (const state of ["paused", "met", "not-begun"] as const)
    expect(found(opinionDue(hours(-1), state))).toEqual([]);
  expect(found({ clocks: [{ kind: "questions", state: "running", due: hours(1) }] })).toEqual([]);
});

test("a request is late after its date; one without a date never is", () => {
  expect([request(hours(1)), request(null), request(hours(-1))]).toEqual([[], [], ["request late"]]);
});

test("an offer that lapsed or was declined needs another one, unless somebody has the case or is asked", () => {
  const open: Partial<BoardCase> = { state: "submitted", hasAuthor: false };
  expect(found({ ...open, offers: [offer("lapsed")] })).toEqual(["unanswered late"]);
  expect(found({ ...open, offers: [offer("declined")] })).toEqual(["nobody late"]);
  expect(found({ ...open, offers: [offer("declined"), offer("offered")] })).toEqual([]);
  expect(found({ ...open, offers: [offer("withdrawn")] })).toEqual([]);
  expect(found({ ...open, hasAuthor: true, offers: [offer("lapsed")] })).toEqual([]);
});

test("from its day on a report that nobody opened, or that the patient was not told of, needs somebody", () => {
  const report = { id: "r", due: hours(0), isOpenedByTreating: false, isTold: false };
  expect(found({ state: "signed", report })).toEqual(["not-told late", "not-opened late"]);
  expect(found({ state: "signed", report: { ...report, due: hours(1) } })).toEqual([]);
  expect(found({ state: "delivered", report })).toEqual(["not-opened late"]);
  expect(found({ state: "delivered", report: { ...report, isOpenedByTreating: true } })).toEqual([]);
});

test("who has read what no longer stands, and has not said that they know, is one thing for all of them", () => {
  const changes = [change("a", "second", hours(-1)), change("b", "first", hours(-30))];
  const late = { what: "change-unseen", severity: "late", about: "first", at: hours(-30) };
  expect(changed({ changes })).toMatchObject([{ ...late, count: 2, seats: ["b", "a"] }]);
  expect(changed({ changes: [...changes, change("a", "first", hours(-2))] })).toMatchObject([{ count: 2 }]);
  expect(changed({ changes: [change("a", "first", hours(1))] })).toEqual([]);
  expect(changed({ state: "closed", changes })).toEqual([]);
});

test("a wish for a visit needs somebody from the day on which it was said, and is late after two", () => {
  expect(wished(hours(0))).toMatchObject([{ what: "visit", severity: "soon", about: "v", at: hours(0) }]);
  expect(wished(hours(-48))).toMatchObject([{ what: "visit", severity: "late" }]);
  expect(found({ state: "closed", visits: [{ id: "v", at: hours(-1) }] })).toEqual([]);
});

test("files that could not be read are news for a week; those of nobody stay until somebody says whose", () => {
  const delivery = { id: "d", at: hours(-24), notRead: 3, asks: false };
  expect(doNow({ ...nothing, deliveries: [delivery] }, now)).toMatchObject([{ what: "not-read", count: 3 }]);
  expect(found({ deliveries: [{ ...delivery, at: hours(-24 * 8) }] })).toEqual([]);
  expect(found({ deliveries: [{ ...delivery, notRead: 0 }] })).toEqual([]);
  expect(found({ deliveries: [{ ...delivery, at: hours(-24 * 30), asks: true }] })).toEqual(["whose soon"]);
});

test("a pause keeps clocks and requests quiet, and not files; what is over or not submitted needs nobody", () => {
  const busy = {
    clocks: [{ kind: "records" as const, state: "running" as const, due: hours(-1) }],
    requests: [{ id: "r", due: hours(-1) }],
    deliveries: [{ id: "d", at: hours(-1), notRead: 1, asks: false }],
  };
  expect(found({ ...busy, state: "paused", interrupted: "gathering-records" })).toEqual(["not-read soon"]);
  for (const state of ["draft", "closed", "declined", "withdrawn"] as const)
    expect(found({ ...busy, state })).toEqual([]);
});

test("what is late stands first, the longest first; then what is soon", () => {
  const clocks = [
    { kind: "opinion" as const, state: "running" as const, due: hours(5) },
    { kind: "blind" as const, state: "running" as const, due: hours(-1) },
  ];
  const things = doNow({ ...nothing, clocks, requests: [{ id: "r", due: hours(-30) }] }, now);
  expect(things.map(({ what, clock }) => clock ?? what)).toEqual(["request", "blind", "opinion"]);
});

test("five columns: a paused case stands where it was, a signed one with those that are delivered", () => {
  expect(column("paused", "in-review")).toBe("in-review");
  expect([column("signed"), column("delivered"), column("follow-up")]).toEqual([
    "delivered",
    "delivered",
    "delivered",
  ]);
  expect([column("draft"), column("closed"), column("declined")]).toEqual([undefined, undefined, undefined]);
});

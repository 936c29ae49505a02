import { expect, test } from "vitest";
import type { CaseFacts } from "../case/case-facts.ts";
import type { Role, Seat } from "../identity/seat.ts";
import { mayCommand } from "./command-access.ts";

const now = new Date("2026-11-24T12:00:00Z");
const seat = (id: string, role: Role, more: Partial<Seat> = {}): Seat => ({
  id,
  organisationId: "organisation",
  caseId: "case",
  personId: id,
  role,
  mode: null,
  scopes: [],
  from: new Date(0),
  to: null,
  revealedAt: null,
  ...more,
});
const facts: CaseFacts = {
  id: "case",
  organisationId: "organisation",
  state: "in-review",
  interrupted: null,
  opinions: [],
  shares: [],
  addenda: [],
  conferences: [],
};

const patient = seat("P", "patient");
const proxy = seat("X", "proxy", { scopes: ["read", "add-records"] });
const reader = seat("Y", "proxy", { scopes: ["read"] });
const nurse = seat("N", "care-team");
const other = seat("O", "care-team");

const answers = (who: Seat, askedOf?: Seat, at: CaseFacts = facts) =>
  mayCommand("answer a request", who, at, now, askedOf ? { askedOf } : {});

test("whoever may ask for records answers any request, also one that asks nobody", () => {
  for (const who of [
    seat("C", "coordinator"),
    seat("R", "referrer"),
    seat("A", "specialist", { mode: "author" }),
  ])
    expect(answers(who)).toBe(true);
  expect(answers(seat("B", "specialist", { mode: "blind" }))).toBe(false);
});

test("whoever is asked answers, and nobody else beside them", () => {
  expect(answers(nurse, nurse)).toBe(true);
  expect(answers(other, nurse)).toBe(false);
  expect(answers(patient, nurse)).toBe(false);
  expect(answers(patient)).toBe(false);
});

test("what the patient is asked, a proxy who may add records answers, and one who only reads does not", () => {
  expect(answers(patient, patient)).toBe(true);
  expect(answers(proxy, patient)).toBe(true);
  expect(answers(reader, patient)).toBe(false);
});

test("nobody answers for a case that is over, or whose place has ended", () => {
  expect(answers(patient, patient, { ...facts, state: "closed" })).toBe(false);
  const ended = seat("P", "patient", { to: new Date("2026-11-20T00:00:00Z") });
  expect(answers(ended, ended)).toBe(false);
});

const changes = (who: Seat, state: CaseFacts["state"] = "in-review") =>
  mayCommand("change how the patient hears the result", who, { ...facts, state }, now);

test("how the patient hears the result is changed by their side and by the coordinator, until the opinion is signed", () => {
  const writer = seat("W", "proxy", { scopes: ["write-story"] });
  const coordinator = seat("C", "coordinator");
  for (const who of [patient, writer, coordinator]) {
    expect([changes(who, "draft"), changes(who, "gathering-records"), changes(who)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([changes(who, "signed"), changes(who, "delivered"), changes(who, "withdrawn")]).toEqual([
      false,
      false,
      false,
    ]);
  }
  const author = seat("A", "specialist", { mode: "author" });
  for (const who of [proxy, reader, nurse, seat("R", "referrer"), author, seat("G", "guest")])
    expect(changes(who)).toBe(false);
});

test("a request is withdrawn by whoever asked and by the coordinator, and by nobody else", () => {
  const withdraws = (who: Seat, askedBy: string) =>
    mayCommand("withdraw a request", who, facts, now, { askedBy });
  const referrer = seat("R", "referrer");
  expect(withdraws(referrer, "R")).toBe(true);
  expect(withdraws(seat("C", "coordinator"), "R")).toBe(true);
  for (const who of [referrer, patient, nurse]) expect(withdraws(who, "C")).toBe(false);
  const over = { ...facts, state: "closed" } as const;
  expect(mayCommand("withdraw a request", referrer, over, now, { askedBy: "R" })).toBe(false);
});

const urgent = (who: Seat, at: CaseFacts = facts) => mayCommand("raise an urgent finding", who, at, now);
const takesOn = (who: Seat, named: readonly string[], at: CaseFacts = facts) =>
  mayCommand("acknowledge an urgent finding", who, at, now, { named });

test("any clinician raises an urgent finding, a blind one too, and nobody else", () => {
  const clinicians = [
    seat("R", "referrer"),
    nurse,
    seat("A", "specialist", { mode: "author" }),
    seat("B", "specialist", { mode: "blind" }),
    seat("D", "specialist", { mode: "reader" }),
  ];
  for (const who of clinicians) expect(urgent(who)).toBe(true);
  for (const who of [patient, proxy, seat("C", "coordinator"), seat("G", "guest")])
    expect(urgent(who)).toBe(false);
});

test("it is raised and acknowledged in any state but erased, and by no seat that has ended", () => {
  for (const state of ["draft", "signed", "closed", "declined", "withdrawn"] as const) {
    expect(urgent(nurse, { ...facts, state })).toBe(true);
    expect(takesOn(nurse, ["N"], { ...facts, state })).toBe(true);
  }
  expect(urgent(nurse, { ...facts, state: "erased" })).toBe(false);
  expect(takesOn(nurse, ["N"], { ...facts, state: "erased" })).toBe(false);
  expect(urgent({ ...nurse, to: now })).toBe(false);
});

test("whom it names and whoever coordinates takes it on; another clinician does not", () => {
  expect(takesOn(nurse, ["N"])).toBe(true);
  expect(takesOn(seat("C", "coordinator"), ["N"])).toBe(true);
  expect(takesOn(other, ["N"])).toBe(false);
  expect(takesOn(patient, ["P"])).toBe(false);
});

const offers = (who: Seat, state: CaseFacts["state"]) =>
  mayCommand("offer a case, withdraw an offer", who, { ...facts, state }, now);

test("a case is offered by its coordinator, from its submission to its signature", () => {
  const coordinator = seat("C", "coordinator");
  for (const state of ["submitted", "gathering-records", "ready-for-review", "in-review"] as const)
    expect(offers(coordinator, state)).toBe(true);
  for (const state of ["draft", "signed", "declined", "closed"] as const)
    expect(offers(coordinator, state)).toBe(false);
  for (const who of [seat("R", "referrer"), patient, seat("A", "specialist", { mode: "author" })])
    expect(offers(who, "submitted")).toBe(false);
});

const author = seat("A", "specialist", { mode: "author" });
const blind = seat("B", "specialist", { mode: "blind" });
const signedOpinion = { id: "opinion", lead: true, state: "signed", authors: ["A"] } as const;
const delivered: CaseFacts = { ...facts, state: "delivered", opinions: [signedOpinion] };

const allowed = (command: Parameters<typeof mayCommand>[0], at: CaseFacts, authors: readonly string[] = []) =>
  [patient, proxy, nurse, author, blind, seat("C", "coordinator")]
    .filter((who) => mayCommand(command, who, at, now, { authors }))
    .map(({ id }) => id);

test("an author of what is signed adds to it, before the case is over", () => {
  expect(allowed("begin, sign an addendum", delivered, ["A"])).toEqual(["A"]);
  expect(allowed("begin, sign an addendum", delivered, ["other"])).toEqual([]);
  const draft = { ...signedOpinion, state: "draft" } as const;
  expect(allowed("begin, sign an addendum", { ...delivered, opinions: [draft] }, ["A"])).toEqual([]);
  expect(allowed("begin, sign an addendum", { ...delivered, state: "closed" }, ["A"])).toEqual([]);
});

test("from delivery the patient's side wishes for a visit, a proxy who may meet too; an author or the coordinator answers", () => {
  expect(allowed("ask for a visit", delivered)).toEqual(["P"]);
  expect(allowed("ask for a visit", { ...delivered, state: "signed" })).toEqual([]);
  const meeting = seat("X", "proxy", { scopes: ["meet"] });
  expect(mayCommand("ask for a visit", meeting, delivered, now)).toBe(true);
  expect(allowed("answer a wish for a visit", delivered)).toEqual(["A", "C"]);
});

test("the patient's side says how it was, also of a closed case, and nobody else does", () => {
  for (const state of ["delivered", "follow-up", "closed"] as const)
    expect(allowed("give feedback", { ...delivered, state })).toEqual(["P"]);
  expect(allowed("give feedback", { ...delivered, state: "in-review" })).toEqual([]);
});

test("a blind read is finished by its reader, once, and by nobody else", () => {
  expect(allowed("finish a blind read", facts, ["B"])).toEqual(["B"]);
  expect(allowed("finish a blind read", facts, ["A"])).toEqual([]);
  const revealed = { ...blind, revealedAt: now };
  expect(mayCommand("finish a blind read", revealed, facts, now, { authors: ["B"] })).toBe(false);
});

test("everybody but a guest takes along what they may read, also when the case is over; a blind reader nothing before the reveal", () => {
  const takes = (who: Seat, at: CaseFacts = facts) => mayCommand("take the case along", who, at, now);
  for (const who of [patient, reader, nurse, seat("C", "coordinator"), seat("R", "referrer")])
    expect([takes(who), takes(who, { ...facts, state: "closed" })]).toEqual([true, true]);
  expect(takes(seat("G", "guest"))).toBe(false);
  expect(takes(seat("Z", "proxy", { scopes: ["receive"] }))).toBe(false);
  const reads = seat("B", "specialist", { mode: "blind" });
  expect([takes(reads), takes({ ...reads, revealedAt: now })]).toEqual([false, true]);
  expect(takes(patient, { ...facts, state: "erased" })).toBe(false);
});

test("clinicians and the coordinator call a conference, who reads blind once they revealed; its notes are shared by clinicians", () => {
  expect(allowed("call a conference, invite to it", facts)).toEqual(["N", "A", "C"]);
  expect(allowed("share a conference's notes", facts)).toEqual(["N", "A"]);
  const revealed = { ...blind, revealedAt: now };
  expect(mayCommand("call a conference, invite to it", revealed, facts, now)).toBe(true);
  expect(allowed("call a conference, invite to it", { ...facts, state: "closed" })).toEqual([]);
});

test("a recording is erased by the patient's side that may meet and by the coordinator, also when the case is over", () => {
  expect(allowed("erase a recording", facts)).toEqual(["P", "C"]);
  expect(allowed("erase a recording", { ...facts, state: "closed" })).toEqual(["P", "C"]);
  const meeting = seat("X", "proxy", { scopes: ["meet"] });
  expect(mayCommand("erase a recording", meeting, facts, now)).toBe(true);
});

import type { CaseFacts, Role, Seat } from "@consilium/clinical";
import type { Thread, ThreadReply } from "@consilium/workspace";
import { expect, test } from "vitest";
import { threadsToTell } from "./threads-to-tell.ts";

const opinion = "01KDVDNA00C4XGHYWM6EBF33TC";
const now = new Date("2026-11-29T12:00:00Z");
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
const author = seat("A", "specialist", { mode: "author" });
const patient = seat("P", "patient");
const referrer = seat("R", "referrer");
const blind = seat("B", "specialist", { mode: "blind" });
const seats = [author, patient, referrer, blind];

const share = { opinionId: opinion, mode: "live", version: null, fromSequence: 0, at: new Date(0) } as const;
const facts: CaseFacts = {
  id: "case",
  organisationId: "organisation",
  state: "in-review",
  interrupted: null,
  opinions: [{ id: opinion, lead: true, state: "draft", authors: ["A"] }],
  shares: [
    { ...share, id: "S", audience: "patient" },
    { ...share, id: "T", audience: "care-team" },
  ],
  addenda: [],
  conferences: [],
};

const reply = (id: string, by: string, audience: Thread["audience"], created = now): ThreadReply => ({
  id,
  by,
  audience,
  body: "Words",
  act: undefined,
  created: created.toISOString(),
});
const thread = (by: string, replies: readonly ThreadReply[] = [], more: Partial<Thread> = {}): Thread => ({
  key: "root",
  id: "root",
  kind: "question",
  by,
  target: `opinion.${opinion}`,
  audience: "everyone",
  anchor: undefined,
  body: "Words",
  replacement: undefined,
  created: now.toISOString(),
  replies,
  state: { is: "open" },
  count: 0,
  ...more,
});
const tells = (threads: readonly Thread[], writer: Seat, at: CaseFacts = facts) =>
  threadsToTell({ threads, writer, seats, facts: at, now }).map(
    ({ kind, entry, seats: told }) => `${kind} ${entry} ${told.join(" ")}`,
  );

test("a question reaches the authors of its opinion, a comment and one's own question nobody", () => {
  expect(tells([thread("P")], patient)).toEqual(["thread-asked root A"]);
  expect(tells([thread("P", [], { kind: "comment" })], patient)).toEqual([]);
  expect(tells([thread("A")], author)).toEqual([]);
});

const on = (by: Seat, target: Thread["target"], audience: Thread["audience"] = "everyone") =>
  tells([thread(by.id, [], { target, audience })], by);

test("a question on a record, the story or the referral reaches who writes the opinion, who refers, and of the story the patient", () => {
  expect(on(patient, "records")).toEqual(["thread-asked root A R"]);
  expect(on(author, "records")).toEqual(["thread-asked root R"]);
  expect(on(author, "story")).toEqual(["thread-asked root P R"]);
  expect(on(referrer, "story")).toEqual(["thread-asked root A P"]);
  expect(on(patient, "referral")).toEqual(["thread-asked root A R"]);
  expect(on(patient, "conference.01KDVDNA00C4XGHYWM6EBF33TC")).toEqual([]);
});

test("a question that is for clinicians alone leaves the patient no trace, and whoever reads blind hears of none", () => {
  const aside = thread("A", [], { target: "story", audience: "clinicians" });
  expect(tells([aside], author)).toEqual(["thread-asked root R"]);
  const blindReads: CaseFacts = {
    ...facts,
    opinions: [...facts.opinions, { id: "other", lead: false, state: "draft", authors: ["B"] }],
  };
  expect(tells([thread("P", [], { target: "records" })], patient, blindReads)).toEqual([
    "thread-asked root A R",
  ]);
});

const answeredTo = (audience: Thread["audience"]) =>
  tells([thread("P", [reply("1", "A", audience)], { target: "records" })], author);

test("an answer to a question on a record reaches whoever asked, but for an aside among clinicians", () => {
  expect(answeredTo("everyone")).toEqual(["thread-answered 1 P"]);
  expect(answeredTo("clinicians")).toEqual([]);
});

test("an answer reaches whoever asked and whoever wrote there before, not whoever writes after it", () => {
  const replies = [reply("1", "R", "everyone"), reply("2", "A", "everyone"), reply("3", "B", "everyone")];
  expect(tells([thread("P", replies)], author)).toEqual(["thread-answered 2 P R"]);
});

test("an aside to clinicians in the patient's thread leaves the patient no trace", () => {
  const replies = [reply("1", "R", "everyone"), reply("2", "A", "clinicians")];
  expect(tells([thread("P", replies)], author)).toEqual(["thread-answered 2 R"]);
});

test("whoever may not read the text any more, or reads blind, is told nothing of it", () => {
  const answered = [thread("P", [reply("1", "A", "everyone")])];
  expect(tells(answered, author)).toEqual(["thread-answered 1 P"]);
  expect(tells(answered, author, { ...facts, shares: [] })).toEqual([]);
  expect(tells([thread("B", [reply("1", "A", "everyone")])], author)).toEqual([]);
});

test("what is older than a day is no news", () => {
  const yesterday = new Date(now.getTime() - 25 * 3_600_000);
  expect(tells([thread("P", [], { created: yesterday.toISOString() })], patient)).toEqual([]);
  expect(tells([thread("P", [reply("1", "A", "everyone", yesterday)])], author)).toEqual([]);
});

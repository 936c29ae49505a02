import { clocksOfCases, insertVisit, newestMails, updateClock } from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { signOncology } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
let author: TestPerson;
let referrer: TestPerson;
let patient: TestPerson;
let coordinator: TestPerson;
let report: string;
let opinion: string;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.as("specialist");
  referrer = await server.as("referrer");
  patient = await server.as("patient");
  coordinator = await server.as("coordinator");
  ({ report, opinion } = await signOncology(server, author));
}, 120_000);
afterAll(() => server.close());

const on = `/cases/${oncology}`;
const FollowUp = z.object({
  visits: z.array(z.looseObject({ id: z.string(), state: z.string(), planned: z.string().nullable() })),
  own: z.string().nullable(),
  feedback: z.array(z.looseObject({ understood: z.string(), words: z.string() })),
  remaining: z.array(z.object({ kind: z.string(), count: z.number() })),
});
const followUpOf = async (who: TestPerson) => FollowUp.parse((await who.ask(`${on}/follow-up`)).body);
const refusalOf = ({ body }: { readonly body: unknown }) =>
  z.object({ refusal: z.string() }).parse(body).refusal;
const wish = { why: "Whether to wait.", times: "Mornings." };
const ask = (who = patient, body: object = wish) => who.post(`${on}/visits`, body);
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();
const answer = (visit: string, body: object, who = coordinator) =>
  who.post(`${on}/visits/${visit}/answer`, body);
const step = (to: string, who = coordinator) => who.post(`${on}/lifecycle`, { to });
const said = { understood: "yes", decided: "partly", recommended: "yes", words: "Nobody hurried me." };

/** Of visits: what somebody was told, the newest first. */
const toldOf = async (who: TestPerson) =>
  z
    .object({ items: z.array(z.looseObject({ kind: z.string(), subject: z.string() })) })
    .parse((await who.ask("/session/notifications")).body)
    .items.filter(({ kind }) => kind.startsWith("visit-"))
    .map(({ kind, subject }) => `${kind} ${subject}`);
const doNowOf = async () =>
  z
    .object({ items: z.array(z.looseObject({ id: z.string(), doNow: z.array(z.looseObject({})) })) })
    .parse((await coordinator.ask("/board")).body)
    .items.find(({ id }) => id === oncology)
    ?.doNow.filter(({ what }) => what === "visit")
    .map(({ about, severity }) => [about, severity]);

test("before the result was told nobody wishes for a visit or says how it was", async () => {
  expect((await ask()).status).toBe(403);
  expect((await patient.post(`${on}/feedback`, { said })).status).toBe(403);
  expect((await referrer.post(`${on}/reports/${report}/told`, { how: "By telephone." })).status).toBe(200);
});

test("the patient's side wishes for a visit, one at a time, with a sentence and times", async () => {
  for (const who of [referrer, author, coordinator]) expect((await ask(who)).status).toBe(403);
  expect(refusalOf(await ask(patient, { why: "Whether to wait.", times: " " }))).toBe("reason-needed");
  expect((await ask()).status).toBe(201);
  expect(refusalOf(await ask())).toBe("already-so");
  for (const who of [patient, referrer, author, coordinator])
    expect((await followUpOf(who)).visits).toMatchObject([{ state: "open", ...wish, planned: null }]);
  const [open] = (await followUpOf(patient)).visits;
  // Those who may answer hear of it, and nobody else.
  for (const who of [author, coordinator]) expect(await toldOf(who)).toEqual([`visit-asked ${open?.id}`]);
  for (const who of [patient, referrer]) expect(await toldOf(who)).toEqual([]);
  expect(await doNowOf()).toEqual([[open?.id, "soon"]]);
});

test("it is answered with a time to come, or with why not; by an author or the coordinator", async () => {
  const [open] = (await followUpOf(patient)).visits;
  const id = open?.id ?? "";
  for (const who of [patient, referrer])
    expect((await answer(id, { state: "planned", planned: tomorrow() }, who)).status).toBe(403);
  expect(refusalOf(await answer(id, { state: "planned", planned: "2020-01-01T09:00:00Z" }))).toBe(
    "in-the-past",
  );
  expect(refusalOf(await answer(id, { state: "planned" }))).toBe("malformed-request");
  expect(refusalOf(await answer(id, { state: "not-possible", answer: " " }))).toBe("reason-needed");
  expect(refusalOf(await answer(report, { state: "not-possible", answer: "No." }))).toBe("no-such-visit");
  const planned = tomorrow();
  expect((await answer(id, { state: "planned", planned, answer: "We call you." }, author)).status).toBe(200);
  expect((await followUpOf(patient)).visits).toMatchObject([
    { state: "planned", planned, answer: "We call you.", ...wish },
  ]);
  expect((await answer(id, { state: "planned", planned: tomorrow() })).status).toBe(200);
  // Each time anew: it may be another day.
  expect(await toldOf(patient)).toEqual([`visit-answered ${id}`, `visit-answered ${id}`]);
  expect(await toldOf(referrer)).toEqual([]);
  expect(await doNowOf()).toEqual([]);
});

test("it is taken back by the patient's side, and another is refused with a reason", async () => {
  const [planned] = (await followUpOf(patient)).visits;
  const path = `${on}/visits/${planned?.id}`;
  expect((await referrer.ask(path, { method: "DELETE" })).status).toBe(403);
  expect((await patient.ask(path, { method: "DELETE" })).status).toBe(200);
  expect(refusalOf(await patient.ask(path, { method: "DELETE" }))).toBe("already-so");
  for (const who of [author, coordinator])
    expect((await toldOf(who))[0]).toBe(`visit-taken-back ${planned?.id}`);
  const { visit } = z.object({ visit: z.string() }).parse((await ask()).body);
  expect(
    (await answer(visit, { state: "not-possible", answer: "The programme has no video yet." })).status,
  ).toBe(200);
  expect(refusalOf(await answer(visit, { state: "planned", planned: tomorrow() }))).toBe("already-so");
  expect((await followUpOf(patient)).visits.map(({ state }) => state)).toEqual([
    "taken-back",
    "not-possible",
  ]);
});

const mails = () => newestMails(server.open.database, 1000);

test("the mails of it say the number of the case, and no word of why or when", async () => {
  const of = (line: RegExp, to: string) => async () =>
    (await mails()).some(({ address, text }) => address === `${to}@demo.test` && line.test(text));
  const wait = { timeout: 20_000 };
  await expect
    .poll(of(/^Somebody in CN-4821 wishes for a visit by video\./m, "coordinator"), wait)
    .toBe(true);
  await expect.poll(of(/^Your wish for a visit in CN-4821 was answered:/m, "patient"), wait).toBe(true);
  const all = (await mails()).map(({ subject, text }) => `${subject} ${text}`).join(" ");
  expect(all).not.toMatch(/Whether to wait|Mornings|We call you|no video yet|Marisol/);
});

test("a time for questions that is over goes on when the coordinator gives more", async () => {
  const { database } = server.open;
  const clock = (await clocksOfCases(database, [oncology])).find(({ kind }) => kind === "questions");
  if (!clock) throw new Error("Nobody said how long questions can be asked");
  await updateClock(database, clock.id, { dueAt: new Date(Date.now() - 60_000) });
  const Clocks = z.looseObject({ clocks: z.array(z.looseObject({ kind: z.string(), state: z.string() })) });
  const standing = async () => {
    const { clocks } = Clocks.parse((await coordinator.ask(on)).body);
    return clocks.find(({ kind }) => kind === "questions")?.state;
  };
  expect(await standing()).toBe("met");
  const more = { due: tomorrow(), reason: "She was away." };
  expect((await patient.post(`${on}/clocks/questions/extension`, more)).status).toBe(403);
  expect((await coordinator.post(`${on}/clocks/questions/extension`, more)).status).toBe(200);
  expect(await standing()).toBe("running");
});

test("what is still open is told to who may close the case, and to nobody else", async () => {
  await ask();
  const kinds = (await followUpOf(coordinator)).remaining;
  expect(kinds).toContainEqual({ kind: "visits", count: 1 });
  expect(kinds.some(({ kind }) => kind === "unread")).toBe(true);
  for (const who of [patient, referrer, author]) expect((await followUpOf(who)).remaining).toEqual([]);
});

test("an urgent finding is still open, and first of all, until somebody takes it on", async () => {
  const recipient = await seatOf(server.open, oncology, "referrer");
  const words = { place: `opinion.${opinion}`, what: "Pericardial effusion", recipient };
  const { finding } = z
    .object({ finding: z.string() })
    .parse((await author.post(`${on}/urgent`, words)).body);
  expect((await followUpOf(coordinator)).remaining[0]).toEqual({ kind: "urgent", count: 1 });
  await referrer.post(`${on}/urgent/${finding}/acknowledgement`);
  const kinds = (await followUpOf(coordinator)).remaining.map(({ kind }) => kind);
  expect(kinds).not.toContain("urgent");
});

test("the coordinator begins the follow-up and closes; nobody writes any more", async () => {
  for (const who of [author, patient]) expect((await step("follow-up", who)).status).toBe(403);
  expect((await step("follow-up")).status).toBe(200);
  expect((await step("closed")).status).toBe(200);
  expect((await ask()).status).toBe(403);
  expect((await author.post(`${on}/reports/${report}/addenda`, {})).status).toBe(403);
  const { documents } = z
    .looseObject({ documents: z.array(z.object({ write: z.boolean() })) })
    .parse((await author.ask(on)).body);
  expect(documents.filter(({ write }) => write)).toEqual([]);
});

test("the patient says once how it was, also after closing; its words are for authors and the coordinator", async () => {
  expect((await referrer.post(`${on}/feedback`, { said })).status).toBe(403);
  expect((await patient.post(`${on}/feedback`, { said: { ...said, understood: "very" } })).status).toBe(400);
  expect((await patient.post(`${on}/feedback`, { said })).status).toBe(201);
  expect(refusalOf(await patient.post(`${on}/feedback`, { said: null }))).toBe("already-so");
  for (const who of [author, coordinator]) expect((await followUpOf(who)).feedback).toMatchObject([said]);
  for (const who of [patient, referrer]) expect((await followUpOf(who)).feedback).toEqual([]);
  expect((await followUpOf(patient)).own).toBe("given");
  await expect(server.open.query("update feedback set is_skipped = true")).rejects.toThrow("insert-only");
});

test("no word of wishes, answers and feedback is in the audit or in clear in the database", async () => {
  const acts = (await auditOf(server.open)).filter(({ act }) => /^(visit|feedback)\./.test(act));
  expect(new Set(acts.map(({ act }) => act))).toEqual(
    new Set(["visit.asked", "visit.answered", "visit.taken-back", "feedback.given"]),
  );
  const { rows } = await server.open.query("select v.*, f.* from visit_request v, feedback f");
  const told = JSON.stringify([acts, rows]);
  for (const word of ["Whether", "Mornings", "We call you", "hurried"]) expect(told).not.toContain(word);
});

test("who reads blind is told of no wish, and those who do not read blind are", async () => {
  const key = await server.keys.of(spine);
  const { organisationId } = key;
  const seatId = await seatOf(server.open, spine, "spine.specialist");
  const row = {
    id: createUlid(Date.now(), secureRandom),
    organisationId,
    caseId: spine,
    seatId,
    at: new Date(),
  };
  await insertVisit(server.open.database, key, row, wish);
  const seenBy = async (name: string) => {
    const { body } = await (await server.as(name)).ask(`/cases/${spine}/follow-up`);
    return FollowUp.parse(body).visits.length;
  };
  expect([await seenBy("spine.specialist"), await seenBy("second.specialist")]).toEqual([1, 0]);
});

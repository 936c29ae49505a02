import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

let server: TestServer;
let coordinator: TestPerson;
let ingrid: TestPerson;
let tomasz: TestPerson;
const on = `/cases/${spine}`;
beforeAll(async () => {
  server = await startTestServer();
  [coordinator, ingrid, tomasz] = await Promise.all([
    server.as("coordinator"),
    server.as("specialist"),
    server.as("second.specialist"),
  ]);
  // He reads the demo's case blind: who is offered it must not be in it yet.
  await coordinator.post(`${on}/seats/${await seatOf(server.open, spine, "second.specialist")}/end`);
}, 60_000);
afterAll(() => server.close());

const Triage = z.object({
  questions: z.array(z.object({ id: z.string(), text: z.string(), textForBlind: z.string().nullable() })),
  candidates: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      fit: z.record(z.string(), z.string()),
      load: z.int(),
      place: z.string().nullable(),
    }),
  ),
  offers: z.array(z.looseObject({ id: z.string(), state: z.string(), reason: z.string().nullable() })),
  calendar: z.string(),
});
const triage = async () => Triage.parse((await coordinator.ask(`${on}/triage`)).body);
const candidate = async (name: string) => {
  const found = (await triage()).candidates.find((one) => one.name.includes(name));
  if (!found) throw new Error(`${name} is not among those who could take it`);
  return found;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const offer = async (name: string, more: object = {}, who = coordinator) =>
  who.post(`${on}/offers`, { person: (await candidate(name)).id, mode: "author", due: inDays(2), ...more });
const Offered = z.object({ offer: z.string() });
const ToMe = z.object({
  items: z.array(z.looseObject({ id: z.string(), questions: z.array(z.string()), country: z.string() })),
});
const toMe = async (who: TestPerson) => ToMe.parse((await who.ask("/offers")).body).items;
const answer = (who: TestPerson, id: string, body: object) => who.post(`/offers/${id}/answer`, body);
const put = (who: TestPerson, path: string, body: object) => who.ask(path, { method: "PUT", body });
const step = (to: string) => coordinator.post(`${on}/lifecycle`, { to, reason: null });
const stateOf = async () => z.object({ state: z.string() }).parse((await coordinator.ask(on)).body).state;

test("a case that is not submitted is offered to nobody; who coordinates it alone sees its triage", async () => {
  expect((await offer("Ingrid")).body).toMatchObject({ refusal: "no-right" });
  const patient = await server.as("second.patient");
  expect((await patient.post(`${on}/submission`)).status).toBe(200);
  expect((await patient.ask(`${on}/triage`)).body).toMatchObject({ refusal: "no-right" });
  expect((await offer("Ingrid", {}, patient)).body).toMatchObject({ refusal: "no-right" });
  expect((await triage()).calendar).toBe("holidays");
});

test("who could take it is ranked, and nobody who sits in it is among them", async () => {
  const { candidates } = await triage();
  expect(candidates.some(({ name }) => name.includes("Castellane"))).toBe(false);
  const [first] = candidates;
  expect(first?.name).toContain("Wierzbicki");
  expect(first?.fit).toMatchObject({ specialty: "yes", room: "yes" });
  expect((await candidate("Ingrid")).fit).toMatchObject({ specialty: "no" });
});

test("a question gets other words for whoever reads blind, and loses them again", async () => {
  const [question] = (await triage()).questions;
  const path = `${on}/questions/${question?.id}/words-for-blind`;
  expect((await ingrid.post(path, { text: "Something else" })).status).toBe(404);
  expect((await coordinator.post(path, { text: " Which treatment? " })).status).toBe(200);
  expect((await coordinator.post(path, { text: "Which treatment?" })).body).toMatchObject({
    refusal: "already-so",
  });
  expect((await triage()).questions[0]).toMatchObject({
    text: question?.text,
    textForBlind: "Which treatment?",
  });
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "question.worded-for-blind");
  expect(said).toMatchObject({ subject: question?.id, body: { own: true } });
});

test("an offer shows what it takes to decide, and no name, title or record; that it was shown is in the audit", async () => {
  expect((await offer("Ingrid", { due: inDays(-1) })).body).toMatchObject({ refusal: "malformed-request" });
  expect((await offer("Ingrid", { person: "nobody" })).body).toMatchObject({ refusal: "not-a-clinician" });
  const made = await offer("Ingrid", { note: "The films are good" });
  expect(made.status).toBe(201);
  expect((await offer("Ingrid")).body).toMatchObject({ refusal: "already-so" });
  const { text } = await ingrid.ask("/offers");
  for (const hidden of ["Ngozi", "Lindqvist"]) expect(text).not.toContain(hidden);
  const [shown] = await toMe(ingrid);
  expect(shown).toMatchObject({
    specialty: "spine",
    note: "The films are good",
    by: "Joana Sequeira",
    mode: "author",
  });
  expect(shown?.questions[0]).toBe("Which treatment?");
  expect(await toMe(tomasz)).toEqual([]);
  const { offer: id } = Offered.parse(made.body);
  expect((await auditOf(server.open)).some(({ subject }) => subject === `offer/${id}`)).toBe(true);
  expect((await ingrid.ask(on)).status).toBe(404);
});

test("who is asked declines with a reason, which the coordinator reads; the offer is over then", async () => {
  const [shown] = await toMe(ingrid);
  const id = shown?.id ?? "";
  expect((await answer(tomasz, id, { answer: "decline", reason: "Not mine" })).body).toMatchObject({
    refusal: "no-such-offer",
  });
  expect((await answer(ingrid, id, { answer: "decline", reason: " " })).body).toMatchObject({
    refusal: "reason-needed",
  });
  expect((await answer(ingrid, id, { answer: "decline", reason: "Not my field" })).body).toEqual({
    caseId: spine,
    state: "declined",
  });
  expect((await triage()).offers[0]).toMatchObject({ state: "declined", reason: "Not my field" });
  expect((await answer(ingrid, id, { answer: "accept", conflicts: "None" })).body).toMatchObject({
    refusal: "offer-over",
  });
  expect(await toMe(ingrid)).toEqual([]);
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "offer.declined");
  expect(said).toMatchObject({ subject: id, body: {} });
});

test("an offer is taken back, and lapses with its date", async () => {
  const { offer: taken } = Offered.parse((await offer("Ingrid")).body);
  expect((await tomasz.post(`${on}/offers/${taken}/withdrawal`)).status).toBe(403);
  expect((await coordinator.post(`${on}/offers/${taken}/withdrawal`)).status).toBe(200);
  expect((await coordinator.post(`${on}/offers/${taken}/withdrawal`)).body).toMatchObject({
    refusal: "offer-over",
  });
  const { offer: late } = Offered.parse((await offer("Ingrid")).body);
  await server.open.query("update offer set due_at = now() - interval '1 minute' where id = $1", [late]);
  expect((await triage()).offers[0]).toMatchObject({ id: late, state: "lapsed" });
  expect(await toMe(ingrid)).toEqual([]);
  expect((await answer(ingrid, late, { answer: "accept", conflicts: "None" })).body).toMatchObject({
    refusal: "offer-over",
  });
});

test("who treats the patient is named with that and offered nothing, until their place has ended", async () => {
  const { offer: id } = Offered.parse((await offer("Ingrid")).body);
  const given = { email: "specialist@demo.test", role: "care-team" };
  const { seat } = z.object({ seat: z.string() }).parse((await coordinator.post(`${on}/seats`, given)).body);
  const { candidates } = await triage();
  expect(candidates.at(-1)).toMatchObject({ place: "care-team", name: expect.stringContaining("Ingrid") });
  expect(candidates.filter(({ place }) => place !== null)).toHaveLength(1);
  expect((await answer(ingrid, id, { answer: "accept", conflicts: "None" })).body).toMatchObject({
    refusal: "beside-patient",
  });
  expect((await coordinator.post(`${on}/offers/${id}/withdrawal`)).status).toBe(200);
  expect((await offer("Ingrid")).body).toMatchObject({ refusal: "beside-patient" });
  expect((await coordinator.post(`${on}/seats/${seat}/end`)).status).toBe(200);
  expect(await candidate("Ingrid")).toMatchObject({ place: null });
  const { offer: again } = Offered.parse((await offer("Ingrid")).body);
  expect((await coordinator.post(`${on}/offers/${again}/withdrawal`)).status).toBe(200);
});

test("accepting says one's interests and licence, gives the seat, and takes a ready case into review", async () => {
  await step("gathering-records");
  await step("ready-for-review");
  const { offer: id } = Offered.parse((await offer("Wierzbicki")).body);
  expect((await answer(tomasz, id, { answer: "accept", conflicts: "" })).body).toMatchObject({
    refusal: "conflicts-needed",
  });
  expect(await stateOf()).toBe("ready-for-review");
  expect((await answer(tomasz, id, { answer: "accept", conflicts: "None" })).body).toMatchObject({
    state: "accepted",
  });
  expect(await stateOf()).toBe("in-review");
  const seen = z
    .object({ seat: z.object({ mode: z.string() }), opinions: z.array(z.object({ write: z.boolean() })) })
    .parse((await tomasz.ask(on)).body);
  expect(seen.seat.mode).toBe("author");
  expect(seen.opinions.some(({ write }) => write)).toBe(true);
  expect((await triage()).offers[0]).toMatchObject({
    state: "accepted",
    conflicts: "None",
    licence: { country: expect.any(String) },
  });
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "offer.accepted");
  expect(said).toMatchObject({ subject: id, body: { mode: "author", begins: true } });
});

test("who accepts to read blind has a draft of their own and its clock, and the case stays where it is", async () => {
  const { offer: id } = Offered.parse((await offer("Ingrid", { mode: "blind" })).body);
  expect((await answer(ingrid, id, { answer: "accept", conflicts: "None" })).status).toBe(200);
  const seen = z
    .object({
      opinions: z.array(z.object({ lead: z.boolean(), write: z.boolean() })),
      clocks: z.array(z.object({ kind: z.string(), state: z.string() })),
    })
    .parse((await ingrid.ask(on)).body);
  expect(seen.opinions).toMatchObject([{ lead: false, write: true }]);
  expect(seen.clocks).toContainEqual(expect.objectContaining({ kind: "blind", state: "running" }));
});

test("a practice is said by oneself or by the coordinator of the programme, and by nobody else", async () => {
  const said = {
    specialties: ["oncology", "oncology"],
    languages: ["en"],
    countries: [],
    most: 2,
    takes: true,
  };
  expect((await put(ingrid, "/session/practice", said)).body).toMatchObject({ specialties: ["oncology"] });
  expect((await ingrid.ask("/session/practice")).body).toMatchObject({ practice: { most: 2 } });
  const patient = await server.as("patient");
  expect((await put(patient, "/session/practice", said)).body).toMatchObject({ refusal: "not-a-clinician" });
  expect((await put(ingrid, "/session/practice", { ...said, most: -1 })).body).toMatchObject({
    refusal: "malformed-request",
  });
  const { rows } = await server.open.query<{ id: string }>(`select id from "user" where email = $1`, [
    "specialist@demo.test",
  ]);
  const path = `/practices/${rows[0]?.id}`;
  expect((await put(tomasz, path, said)).body).toMatchObject({ refusal: "no-right" });
  expect((await put(coordinator, path, { ...said, takes: false })).status).toBe(200);
  expect((await ingrid.ask("/session/practice")).body).toMatchObject({ practice: { takes: false } });
});

import { intakeTexts, recordKey } from "@consilium/clinical";
import {
  caseDetailsOf,
  createDocumentLog,
  documentId,
  findCase,
  questionRowsOfCases,
} from "@consilium/database";
import { createUlid, secureRandom } from "@consilium/foundation";
import { addItem, itemOf, itemsOf, removeItem, setIntakeAnswer } from "@consilium/workspace";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { mostDrafts } from "../case/insert-opened.ts";
import { readContent } from "../document/read-content.ts";
import { oncology, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { stockClient, until } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const { safety, consent } = intakeTexts;
const none = { safety: { text: { id: safety.id, version: safety.version }, signs: [] } };
const agreed = { text: { id: consent.id, version: consent.version } };
const person = (born: string) => ({ person: { name: "A", born, sex: null } });
const Opened = z.object({ id: z.string() });

async function open(name: string, as: "patient" | "referrer"): Promise<string> {
  const answer = await (await server.as(name)).post("/cases", { as, specialty: "spine" });
  expect(answer.status).toBe(201);
  return Opened.parse(answer.body).id;
}
const actsOf = async (caseId: string) =>
  (
    await server.open.query<{ act: string; body: unknown }>(
      "select act, body from audit where case_id = $1 and act not in ('read') order by id",
      [caseId],
    )
  ).rows;
const detailsOf = async (caseId: string) => {
  const row = await findCase(server.open.database, caseId);
  if (!row) throw new Error("There is no such case");
  return caseDetailsOf(await server.keys.of(caseId), row);
};

const inSweden = { place: { country: "SE", region: null, kind: "clinical" } };

function askIn(doc: Y.Doc, words: string): string {
  const id = createUlid(Date.now(), secureRandom);
  doc.transact(() => {
    addItem(doc, "question", id);
    const line = new Y.XmlElement("paragraph");
    line.insert(0, [new Y.XmlText(words)]);
    itemOf(doc, id)?.rich("text").insert(0, [line]);
  });
  return id;
}

/** Questions that are committed in story and referral. */
async function written(caseId: string): Promise<number> {
  const log = createDocumentLog({ open: server.open, keys: server.keys });
  const documents = ["story", "referral"].map((name) => readContent({ log }, documentId(caseId, name)));
  const contents = await Promise.all(documents);
  return contents.reduce((sum, content) => sum + itemsOf(content, "question").length, 0);
}

describe("an empty case", () => {
  test("is opened by a patient, who sits in it with those who coordinate; all of it is in the audit", async () => {
    const patient = await server.as("patient");
    const id = await open("patient", "patient");
    const seen = (await patient.ask(`/cases/${id}`)).body;
    expect(seen).toMatchObject({
      state: "draft",
      specialty: "spine",
      patient: { name: "Marisol Quintana", born: null },
      seat: { role: "patient" },
      documents: expect.arrayContaining([{ name: "story", write: true }]),
    });
    const coordinator = await server.as("coordinator");
    const list = z.object({ items: z.array(Opened) }).parse((await coordinator.ask("/cases")).body);
    expect(list.items.map((item) => item.id)).toContain(id);
    expect((await actsOf(id)).map(({ act }) => act)).toEqual(["case.opened", "seat.given"]);
  });

  test("is opened as a referrer by who treats patients, and by nobody else", async () => {
    await open("referrer", "referrer");
    const patient = await server.as("patient");
    expect((await patient.post("/cases", { as: "referrer" })).body).toMatchObject({ refusal: "no-right" });
    const administrator = await server.as("admin");
    for (const as of ["patient", "referrer"])
      expect((await administrator.post("/cases", { as })).status).toBe(403);
    expect((await patient.post("/cases", { as: "coordinator" })).status).toBe(400);
    expect((await administrator.ask("/session")).body).toMatchObject({ opensAs: [] });
    expect((await patient.ask("/session")).body).toMatchObject({ opensAs: ["patient"] });
    expect((await (await server.as("referrer")).ask("/session")).body).toMatchObject({
      opensAs: ["patient", "referrer"],
    });
  });

  test("is one of ten at most that one person has not submitted, also when they come at once", async () => {
    const specialist = await server.as("specialist");
    const all = Array.from({ length: mostDrafts + 4 }, () => specialist.post("/cases", { as: "patient" }));
    const answers = await Promise.all(all);
    expect(answers.filter(({ status }) => status === 201).length).toBe(mostDrafts);
    expect(answers.find(({ status }) => status !== 201)?.body).toMatchObject({ refusal: "too-many-drafts" });
  });
});

describe("the intake", () => {
  test("keeps what is said, sealed, and what is left out stays; nothing said is in the audit", async () => {
    const patient = await server.as("patient");
    const id = await open("patient", "patient");
    const put = (body: unknown) => patient.put(`/cases/${id}/intake`, body);
    expect((await put(none)).body).toEqual({ answered: ["safety"] });
    expect((await put({ place: { country: "SE", region: null, kind: "educational" } })).status).toBe(200);
    expect((await put({ person: { name: "Mari Quint", born: "1961-05-02", sex: "female" } })).status).toBe(
      200,
    );
    expect((await put({ hearing: "after-call", language: "es" })).status).toBe(200);
    const treating = { has: true, name: "Dr Vance", workplace: "Northgate", contact: "" };
    expect((await put({ treating })).status).toBe(200);
    expect((await patient.ask(`/cases/${id}/intake`)).body).toMatchObject({
      safety: { signs: [] },
      // A patient does not ask for an opinion between physicians.
      place: { country: "SE", kind: "clinical" },
      patient: { name: "Mari Quint", born: "1961-05-02" },
      hearing: "after-call",
      language: "es",
      treating,
      consent: null,
    });
    // Whoever tells them later is told it in words.
    expect((await patient.ask(`/cases/${id}`)).body).toMatchObject({ hearing: "after somebody has called" });
    expect((await detailsOf(id)).patient.initials).toBe("MQ");
    const words = JSON.stringify(await actsOf(id));
    for (const said of ["Vance", "Quint", "after-call", "1961"]) expect(words).not.toContain(said);
  });

  test("refuses days that cannot be, unknown signs, countries and fields, and a text that was renewed", async () => {
    const patient = await server.as("patient");
    const id = await open("patient", "patient");
    const refusalOf = async (body: unknown) => {
      const { body: answer } = await patient.put(`/cases/${id}/intake`, body);
      return z.object({ refusal: z.string() }).parse(answer).refusal;
    };
    expect(await refusalOf(person("1961-02-31"))).toBe("malformed-request");
    expect(await refusalOf(person("2961-02-03"))).toBe("no-such-day");
    expect(await refusalOf(person("1861-02-03"))).toBe("no-such-day");
    expect(await refusalOf({ decide: { when: "date", day: "2020-01-01" } })).toBe("no-such-day");
    expect(await refusalOf({ place: { country: "XX", region: null, kind: "clinical" } })).toBe(
      "malformed-request",
    );
    expect(await refusalOf({ safety: { ...none.safety, signs: ["hiccups"] } })).toBe("malformed-request");
    expect(await refusalOf({ safety: { text: { id: safety.id, version: 99 }, signs: [] } })).toBe(
      "other-text",
    );
    expect(await refusalOf({ diagnosis: "cancer" })).toBe("malformed-request");
  });

  test("is answered before submission, by the patient's side and the referrer alone", async () => {
    for (const name of ["coordinator", "specialist", "referrer"]) {
      const answer = await (await server.as(name)).put(`/cases/${oncology}/intake`, { hearing: "at-once" });
      expect([name, answer.status]).toEqual([name, 403]);
    }
    const stranger = await (await server.as("patient")).put(`/cases/${spine}/intake`, { hearing: "at-once" });
    expect(stranger.body).toMatchObject({ refusal: "no-such-case" });
  });
});

describe("the consent", () => {
  test("is given once to the text in force, withdrawn, and given again", async () => {
    const patient = await server.as("patient");
    const id = await open("patient", "patient");
    const path = `/cases/${id}/consent`;
    const old = { text: { id: consent.id, version: 9 } };
    expect((await patient.post(path, old)).body).toMatchObject({ refusal: "other-text" });
    expect((await patient.post(path, agreed)).status).toBe(201);
    expect((await patient.post(path, agreed)).body).toMatchObject({ refusal: "already-so" });
    expect((await patient.post(`${path}/withdrawal`, {})).body).toEqual({ ended: false });
    expect((await patient.post(`${path}/withdrawal`, {})).body).toMatchObject({ refusal: "already-so" });
    expect((await patient.post(path, agreed)).status).toBe(201);
    expect((await actsOf(id)).map(({ act }) => act).slice(2)).toEqual([
      "consent.given",
      "consent.withdrawn",
      "consent.given",
    ]);
    const coordinator = await server.as("coordinator");
    expect((await coordinator.post(`${path}/withdrawal`, {})).body).toMatchObject({ refusal: "no-right" });
  });

  test("that a referrer gives says how the patient agreed", async () => {
    const referrer = await server.as("referrer");
    const id = await open("referrer", "referrer");
    const path = `/cases/${id}/consent`;
    expect((await referrer.post(path, agreed)).body).toMatchObject({ refusal: "reason-needed" });
    expect((await referrer.post(path, { ...agreed, basis: "Signed on paper today" })).status).toBe(201);
    const { rows } = await server.open.query<{ basis: Buffer }>(
      "select sealed_basis as basis from consent where case_id = $1",
      [id],
    );
    expect(rows[0]?.basis.includes("paper")).toBe(false);
  });
});

describe("submission", () => {
  test("asks for gates, consent, who it is about and a question, each by its name, then ends with consent", async () => {
    const patient = await server.as("second.patient");
    const id = await open("second.patient", "patient");
    const submit = async () => (await patient.post(`/cases/${id}/submission`)).body;
    const put = (body: unknown) => patient.put(`/cases/${id}/intake`, body);
    expect(await submit()).toMatchObject({ refusal: "safety-open" });
    await put({ safety: { ...none.safety, signs: ["chest"] } });
    expect(await submit()).toMatchObject({ refusal: "safety-open" });
    await put(none);
    expect(await submit()).toMatchObject({ refusal: "place-open" });
    await put({ safety: null });
    expect(await submit()).toMatchObject({ refusal: "safety-open" });
    await put(none);
    await put({ place: { country: "US", region: null, kind: "clinical" } });
    expect(await submit()).toMatchObject({ refusal: "place-open" });
    await put({ place: { country: "JP", region: null, kind: "clinical" } });
    expect(await submit()).toMatchObject({ refusal: "place-closed" });
    await put({ place: { country: "US", region: "Ohio", kind: "clinical" } });
    expect(await submit()).toMatchObject({ refusal: "place-closed" });
    await put({ place: { country: "US", region: "OH", kind: "clinical" } });
    expect(await submit()).toMatchObject({ refusal: "consent-open" });
    await patient.post(`/cases/${id}/consent`, agreed);
    expect(await submit()).toMatchObject({ refusal: "patient-unnamed" });
    await put({ person: { name: "Ngozi Obi-Lindqvist", born: "1974-03-01", sex: null } });
    expect(await submit()).toMatchObject({ refusal: "no-question" });
    expect(await detailsOf(id)).toMatchObject({ title: "", decision: null });
  });

  test("takes the questions of the story and of the referral, the patient's first, and five at most", async () => {
    const patient = await server.as("second.patient");
    const referrer = await server.as("referrer");
    const id = await open("second.patient", "patient");
    const given = { email: "referrer@demo.test", role: "referrer" };
    expect((await patient.post(`/cases/${id}/seats`, given)).status).toBe(201);
    await patient.put(`/cases/${id}/intake`, { ...none, ...inSweden, ...person("1974-03-01") });
    await patient.post(`/cases/${id}/consent`, agreed);
    const story = stockClient(patient, id, "story", { ack: "1" });
    const referral = stockClient(referrer, id, "referral", { ack: "1" });
    await until(() => story.provider.synced && referral.provider.synced, "both are here");
    const doctors = ["Which valve?", "When?", "By whom?"].map((words) => askIn(referral.doc, words));
    const own = ["Must I?", "And then?", "What if not?"].map((words) => askIn(story.doc, words));
    setIntakeAnswer(story.doc, recordKey("mri"), "have");
    setIntakeAnswer(story.doc, recordKey("bone-density"), "unavailable");
    await expect.poll(() => written(id)).toBe(6);
    const toldOf = async (item: string) => {
      const { body } = await referrer.ask(`/cases/${id}`);
      const { inventory } = z
        .object({
          inventory: z.array(z.looseObject({ id: z.string(), told: z.unknown(), said: z.unknown() })),
        })
        .parse(body);
      return inventory.find((entry) => entry.id === item);
    };
    await expect.poll(() => toldOf("mri")).toMatchObject({ told: { answer: "have", at: null } });
    await referrer.post(`/cases/${id}/inventory/mri`, { state: "not-applicable", because: "CT is enough" });
    const submit = async () => (await patient.post(`/cases/${id}/submission`)).body;
    expect(await submit()).toMatchObject({ refusal: "too-many-questions" });
    removeItem(story.doc, own[2] ?? "");
    await expect.poll(() => written(id)).toBe(5);
    expect(await submit()).toEqual({ questions: 5 });
    const rows = await questionRowsOfCases(server.open.database, [id]);
    expect(rows.map((row) => row.id)).toEqual([own[0], own[1], ...doctors]);
    // The patient's word stands beside the clinician's, and not in its place.
    expect(await toldOf("mri")).toMatchObject({
      told: { answer: "have", at: expect.any(String) },
      said: { state: "not-applicable", because: "CT is enough" },
    });
    expect(await toldOf("bone-density")).toMatchObject({ told: { answer: "unavailable" }, said: null });
    for (const client of [story, referral]) client.stop();
  });

  test("fifty questions are too many and none is lost; of two who submit at once one does, and nothing is asked twice", async () => {
    const [patient, referrer] = await Promise.all([server.as("second.patient"), server.as("referrer")]);
    const id = await open("second.patient", "patient");
    await patient.post(`/cases/${id}/seats`, { email: "referrer@demo.test", role: "referrer" });
    await patient.put(`/cases/${id}/intake`, { ...none, ...inSweden, ...person("1974-03-01") });
    await patient.post(`/cases/${id}/consent`, agreed);
    const story = stockClient(patient, id, "story", { ack: "1" });
    await until(() => story.provider.synced, "the story is here");
    const asked = Array.from({ length: 50 }, (_, at) => askIn(story.doc, `Question ${at + 1}?`));
    await expect.poll(() => written(id), { timeout: 20_000 }).toBe(50);
    const submit = async (who: typeof patient) => (await who.post(`/cases/${id}/submission`)).body;
    expect(await submit(patient)).toMatchObject({ refusal: "too-many-questions" });
    expect(await written(id)).toBe(50);
    story.doc.transact(() => {
      for (const question of asked.slice(2)) removeItem(story.doc, question);
    });
    await expect.poll(() => written(id), { timeout: 20_000 }).toBe(2);
    const both = await Promise.all([submit(patient), submit(referrer)]);
    expect(both).toContainEqual({ questions: 2 });
    expect(both).toContainEqual(expect.objectContaining({ refusal: expect.any(String) }));
    const rows = await questionRowsOfCases(server.open.database, [id]);
    expect(rows.map((row) => row.id)).toEqual(asked.slice(0, 2));
    expect((await actsOf(id)).filter(({ act }) => act === "case.submitted")).toHaveLength(1);
    story.stop();
  });

  test("once done ends the intake; a withdrawn consent then ends the case", async () => {
    const patient = await server.as("second.patient");
    expect((await patient.post(`/cases/${spine}/submission`)).status).toBe(200);
    expect((await questionRowsOfCases(server.open.database, [spine])).length).toBeGreaterThan(0);
    expect((await patient.put(`/cases/${spine}/intake`, none)).body).toMatchObject({ refusal: "no-right" });
    const path = `/cases/${spine}/consent`;
    expect((await patient.post(`${path}/withdrawal`, { reason: "I have decided" })).body).toEqual({
      ended: true,
    });
    expect((await patient.ask(`/cases/${spine}`)).body).toMatchObject({ state: "withdrawn" });
    expect((await patient.post(path, agreed)).body).toMatchObject({ refusal: "no-right" });
  });
});

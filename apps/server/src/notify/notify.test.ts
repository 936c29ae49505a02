import { findPersonByEmail, newestMails } from "@consilium/database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { cardiology, leadOpinion, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { notify } from "./notify.ts";
import { writeDueMails } from "./write-due-mails.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  // Where writing the demo took longer than its layers rest, its own questions were told already.
  await server.open.query("delete from mail");
  await server.open.query("delete from notification");
}, 60_000);
afterAll(() => server.close());

const List = z.object({
  unread: z.number(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      caseId: z.string(),
      subject: z.string(),
      seat: z.string().nullable(),
      read: z.boolean(),
    }),
  ),
});
const toldOf = async (person: TestPerson) => List.parse((await person.ask("/session/notifications")).body);
const mailsTo = async (login: string) =>
  (await newestMails(server.open.database, 1000)).filter(({ address }) => address === `${login}@demo.test`);
const choose = (person: TestPerson, wishes: object) =>
  person.ask("/session/telling", { method: "PUT", body: { choices: {}, quiet: null, ...wishes } });

test("whoever is asked for a record hears of it in the app and by a mail without a word of it; whoever asked hears the answer", async () => {
  const [referrer, patient] = await Promise.all([server.as("referrer"), server.as("patient")]);
  const secret = "Zirconium implant";
  const of = await seatOf(server.open, oncology, "patient");
  const wanted = { what: secret, message: secret, of };
  const asked = await referrer.post(`/cases/${oncology}/requests`, wanted);
  const { request } = z.object({ request: z.string() }).parse(asked.body);
  const { unread, items } = await toldOf(patient);
  expect(unread).toBe(1);
  expect(items[0]).toMatchObject({ kind: "record-asked", caseId: oncology, subject: request, seat: of });
  expect((await toldOf(referrer)).items).toEqual([]);
  await expect
    .poll(async () => (await mailsTo("patient")).map(({ state }) => state), { timeout: 15_000 })
    .toEqual(["kept"]);
  const [mail] = await mailsTo("patient");
  expect(mail).toMatchObject({
    state: "kept",
    subject: expect.stringMatching(/^Consilium: something waits/),
  });
  expect(mail?.text).toContain(`${server.origin}/cases/${oncology}`);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Zirconium|Marisol|Quintana|liver|record|scan/i);
  await patient.post(`/cases/${oncology}/requests/${request}/answer`, { state: "unavailable" });
  expect((await toldOf(referrer)).items[0]).toMatchObject({ kind: "request-answered", subject: request });
  expect((await toldOf(patient)).items).toHaveLength(1);
});

test("sharing an opinion tells the patient's side, or the care team, and nobody else", async () => {
  const opinion = await leadOpinion(server.open, oncology);
  const specialist = await server.as("specialist");
  const counts = () =>
    Promise.all(
      ["patient", "referrer", "second.specialist", "coordinator"].map(
        async (name) =>
          (await toldOf(await server.as(name))).items.filter(({ kind }) => kind === "opinion-shared").length,
      ),
    );
  const before = await counts();
  const share = { audience: "care-team", mode: "version", version: null, name: "For you" };
  expect((await specialist.post(`/cases/${oncology}/opinions/${opinion}/shares`, share)).status).toBe(201);
  expect(await counts()).toEqual(before.map((count, at) => (at === 1 ? count + 1 : count)));
  await specialist.post(`/cases/${oncology}/opinions/${opinion}/shares`, { ...share, audience: "patient" });
  expect(await counts()).toEqual(before.map((count, at) => (at < 2 ? count + 1 : count)));
});

test("submitting a case tells whoever coordinates it; a refused command tells nobody", async () => {
  const [patient, coordinator] = await Promise.all([server.as("second.patient"), server.as("coordinator")]);
  const submitted = async () =>
    (await toldOf(coordinator)).items.filter(({ kind }) => kind === "case-submitted").length;
  const before = await submitted();
  expect((await patient.post(`/cases/${spine}/submission`)).status).toBe(200);
  expect(await submitted()).toBe(before + 1);
  expect((await patient.post(`/cases/${spine}/submission`)).status).toBe(403);
  expect(await submitted()).toBe(before + 1);
});

test("what was read is counted no more, only one's own, and no mail is written about it", async () => {
  const [patient, referrer] = await Promise.all([server.as("patient"), server.as("referrer")]);
  const { items } = await toldOf(patient);
  const ids = items.map(({ id }) => id);
  await referrer.post("/session/notifications/read", { ids });
  const { unread } = await toldOf(patient);
  expect(unread).toBeGreaterThan(0);
  expect((await patient.post("/session/notifications/read", { ids: ids.slice(0, 1) })).body).toEqual({
    unread: unread - 1,
  });
  expect((await patient.post("/session/notifications/read", { ids: "all" })).body).toEqual({ unread: 0 });
  expect((await patient.ask("/session/notifications/unread")).body).toEqual({ unread: 0 });
  expect((await toldOf(patient)).items.every(({ read }) => read)).toBe(true);
  expect((await patient.post("/session/notifications/read", { ids: ["no id"] })).status).toBe(400);
});

/** Directly, at a moment of the test's own. */
async function tell(login: string, at: Date, once?: string): Promise<number> {
  const person = await findPersonByEmail(server.open.database, `${login}@demo.test`);
  const seats = [await seatOf(server.open, oncology, login)];
  const { rows } = await server.open.query<{ organisation: string }>(
    "select organisation_id as organisation from clinical_case where id = $1",
    [oncology],
  );
  const ofCase = { id: oncology, organisationId: rows[0]?.organisation ?? "" };
  let n = 0;
  const createId = () =>
    `01TEST${String(at.getTime() % 1e9).padStart(10, "0")}${String(n++).padStart(10, "0")}`;
  const told = { kind: "record-asked", subject: person?.id ?? "", seats, ...(once && { once }) } as const;
  return server.open.database.transaction((transaction) =>
    notify(transaction, ofCase, told, { createId, at }),
  );
}
const write = (now: Date) => {
  let n = 0;
  const createId = () =>
    `01MAIL${String(now.getTime() % 1e9).padStart(10, "0")}${String(n++).padStart(10, "0")}`;
  return writeDueMails({ database: server.open.database, createId, origin: "https://c.example" }, now);
};

test("in the quiet hours of somebody's own clocks a mail waits for their end, and leaves out what was read till then", async () => {
  const person = await server.as("second.specialist");
  const answer = await choose(person, { quiet: { from: "22:00", to: "07:00" } });
  const { zone } = z.object({ zone: z.string() }).parse(answer.body);
  expect(zone).toBe("Europe/Stockholm");
  await tell("second.specialist", new Date("2027-01-10T22:30:00Z"));
  await write(new Date("2027-01-11T05:59:00Z"));
  expect(await mailsTo("second.specialist")).toEqual([]);
  await Promise.all([write(new Date("2027-01-11T06:00:00Z")), write(new Date("2027-01-11T06:00:00Z"))]);
  expect(await mailsTo("second.specialist")).toHaveLength(1);
  await tell("second.specialist", new Date("2027-01-11T22:30:00Z"));
  await server.open.query(
    "update notification set read_at = now(), mail_at = null where mail_at is not null",
  );
  await write(new Date("2027-01-12T06:00:00Z"));
  expect(await mailsTo("second.specialist")).toHaveLength(1);
});

test("who wants one mail a day gets one about everything, who wants none hears nothing of that kind", async () => {
  const person = await server.as("second.specialist");
  await choose(person, { choices: { "record-asked": "daily" } });
  const before = (await mailsTo("second.specialist")).length;
  await tell("second.specialist", new Date("2027-01-13T10:00:00Z"));
  await tell("second.specialist", new Date("2027-01-13T11:00:00Z"));
  await write(new Date("2027-01-14T06:59:00Z"));
  expect(await mailsTo("second.specialist")).toHaveLength(before);
  await write(new Date("2027-01-14T07:00:00Z"));
  const mails = await mailsTo("second.specialist");
  expect(mails).toHaveLength(before + 1);
  expect(mails[0]?.subject).toBe("Consilium: 2 things wait for you");
  await choose(person, { choices: { "record-asked": "none" } });
  expect(await tell("second.specialist", new Date("2027-01-15T10:00:00Z"))).toBe(0);
});

test("what is told once is told once, whoever tells it and however often", async () => {
  await choose(await server.as("second.specialist"), {});
  const at = new Date("2027-01-16T10:00:00Z");
  expect(await tell("second.specialist", at, "due/1/2027-01-16")).toBe(1);
  expect(await tell("second.specialist", new Date(at.getTime() + 60_000), "due/1/2027-01-16")).toBe(0);
});

test("whoever lost their seat hears of the case no more: not in the app, not by mail", async () => {
  const person = await server.as("second.specialist");
  const seat = await seatOf(server.open, oncology, "second.specialist");
  await server.open.query("update notification set mail_at = null");
  const before = (await toldOf(person)).items.length;
  expect(before).toBeGreaterThan(0);
  await tell("second.specialist", new Date("2027-01-17T10:00:00Z"));
  const mails = (await mailsTo("second.specialist")).length;
  await server.open.query("update seat set to_at = now() where id = $1", [seat]);
  await write(new Date("2027-01-17T10:00:01Z"));
  expect(await mailsTo("second.specialist")).toHaveLength(mails);
  expect((await toldOf(person)).items.filter(({ caseId }) => caseId === oncology)).toEqual([]);
  expect(await tell("second.specialist", new Date("2027-01-18T10:00:00Z"))).toBe(0);
});

test("a wish that is none is refused, and what is urgent stays as it is", async () => {
  const patient = await server.as("patient");
  expect((await choose(patient, { quiet: { from: "25:00", to: "07:00" } })).status).toBe(400);
  expect((await choose(patient, { choices: { nonsense: "mail" } })).status).toBe(400);
  const answer = await choose(patient, { choices: { "urgent-raised": "none", "opinion-shared": "app" } });
  const { kinds } = z
    .object({ kinds: z.array(z.object({ kind: z.string(), way: z.string(), isFixed: z.boolean() })) })
    .parse(answer.body);
  expect(kinds[0]).toEqual({ kind: "urgent-raised", way: "mail", isFixed: true });
  expect(kinds.find(({ kind }) => kind === "opinion-shared")).toMatchObject({ way: "app", isFixed: false });
});

test("the outbox shows what would have been sent, to whoever is signed in", async () => {
  const patient = await server.as("patient");
  const { items } = z
    .object({ items: z.array(z.object({ address: z.string(), subject: z.string(), text: z.string() })) })
    .parse((await patient.ask("/session/outbox")).body);
  expect(items.some(({ address }) => address === "patient@demo.test")).toBe(true);
  const response = await fetch(`${server.origin}/api/session/outbox`);
  expect(response.status).toBe(401);
});

const places = async (who: TestPerson) =>
  (await toldOf(who)).items.filter(({ kind }) => kind === "place-given");

test("whoever is let into a case is told so, in the way that they chose, by a mail that says its number alone; who lets in is not", async () => {
  const [coordinator, guest] = await Promise.all([server.as("coordinator"), server.as("spine.specialist")]);
  const letIn = async (caseId: string) => {
    const given = { email: "spine.specialist@demo.test", role: "care-team" };
    const answer = await coordinator.post(`/cases/${caseId}/seats`, given);
    return z.object({ seat: z.string() }).parse(answer.body).seat;
  };
  const seat = await letIn(oncology);
  expect(await places(guest)).toMatchObject([{ caseId: oncology, subject: seat, seat, read: false }]);
  expect(await places(coordinator)).toEqual([]);
  await expect.poll(async () => (await mailsTo("spine.specialist")).length, { timeout: 15_000 }).toBe(1);
  const [mail] = await mailsTo("spine.specialist");
  expect(mail?.text).toMatch(/^You were given a place in CN-4821\./m);
  expect(mail?.text).toContain(`${server.origin}/cases/${oncology}`);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Marisol|Quintana|liver|care team/i);
  await choose(guest, { choices: { "place-given": "app" } });
  await letIn(cardiology);
  expect(await places(guest)).toHaveLength(2);
  const { rows } = await server.open.query(
    "select mail_at from notification where kind = 'place-given' and case_id = $1",
    [cardiology],
  );
  expect(rows).toEqual([{ mail_at: null }]);
  expect(await mailsTo("spine.specialist")).toHaveLength(1);
});

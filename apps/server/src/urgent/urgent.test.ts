import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, leadOpinion, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { escalateUrgent } from "./escalate-urgent.ts";

vi.setConfig({ testTimeout: 60_000 });

const secret = "Pericardial effusion";
const hour = 3_600_000;
let server: TestServer;
let opinion: string;
beforeAll(async () => {
  server = await startTestServer();
  opinion = await leadOpinion(server.open, oncology);
}, 60_000);
afterAll(() => server.close());

const List = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      what: z.string().nullable(),
      escalated: z.string().nullable(),
      acknowledged: z.string().nullable(),
      mayAcknowledge: z.boolean(),
    }),
  ),
});
const findingsFor = async (person: TestPerson, caseId = oncology) =>
  List.parse((await person.ask(`/cases/${caseId}/urgent`)).body).items;
const find = async (person: TestPerson, id: string) =>
  (await findingsFor(person)).find((finding) => finding.id === id);

const raise = (person: TestPerson, finding: object, caseId = oncology) =>
  person.post(`/cases/${caseId}/urgent`, { place: `opinion.${opinion}`, what: secret, ...finding });
async function raised(finding: object = {}): Promise<string> {
  const recipient = await seatOf(server.open, oncology, "referrer");
  const answer = await raise(await server.as("specialist"), { recipient, ...finding });
  return z.object({ finding: z.string() }).parse(answer.body).finding;
}
const acknowledge = (person: TestPerson, id: string) =>
  person.post(`/cases/${oncology}/urgent/${id}/acknowledgement`);

async function toldOf(kind: string, about: string): Promise<readonly string[]> {
  const { rows } = await server.open.query<{ email: string }>(
    `select u.email from notification n join "user" u on u.id = n.person_id where n.kind = $1 and n.subject = $2 order by u.email`,
    [kind, about],
  );
  return rows.map(({ email }) => email.replace("@demo.test", ""));
}
const actsOn = async (id: string) =>
  (await auditOf(server.open)).filter(({ subject, act }) => subject === id && act.startsWith("urgent."));

/** As a server does it whose clock is that far ahead. */
const escalateIn = (milliseconds: number) =>
  escalateUrgent(
    {
      open: server.open,
      createId: () => createUlid(Date.now(), secureRandom),
      changed: () => Promise.resolve(),
      told: () => Promise.resolve(),
    },
    new Date(Date.now() + milliseconds),
  );

test("it reaches its recipient at once, with a mail that does not wait and does not say what it is; its words are sealed", async () => {
  const referrer = await server.as("referrer");
  const quiet = { from: "00:00", to: "23:59" };
  await referrer.ask("/session/telling", { method: "PUT", body: { choices: {}, quiet } });
  const id = await raised({ channel: "By telephone, nobody answered" });
  expect(await toldOf("urgent-raised", id)).toEqual(["referrer"]);
  expect(await find(referrer, id)).toMatchObject({
    what: secret,
    channel: "By telephone, nobody answered",
    mayAcknowledge: true,
  });
  const mails = () =>
    server.open.query<{ subject: string; text: string }>(
      "select subject, text from mail where address = 'referrer@demo.test'",
    );
  await expect.poll(async () => (await mails()).rows.length, { timeout: 15_000 }).toBe(1);
  const [mail] = (await mails()).rows;
  expect(mail?.subject).toBe("Urgent: open Consilium now");
  expect(mail?.text).not.toContain("effusion");
  const { rows } = await server.open.query<{ row: string }>(
    "select row_to_json(u)::text as row from urgent_finding u where id = $1",
    [id],
  );
  expect(rows[0]?.row).not.toContain("effusion");
  const acts = await actsOn(id);
  expect(acts.map(({ act }) => act)).toEqual(["urgent.raised"]);
  expect(JSON.stringify(acts)).not.toContain("effusion");
});

test("the recipient has it; whoever raised it hears so; nobody can have it twice, and the hour passes without a word", async () => {
  const id = await raised();
  const referrer = await server.as("referrer");
  expect((await acknowledge(referrer, id)).body).toEqual({ acknowledged: id });
  expect((await acknowledge(referrer, id)).body).toMatchObject({ refusal: "already-so" });
  expect(await toldOf("urgent-acknowledged", id)).toEqual(["specialist"]);
  await escalateIn(2 * hour);
  expect(await toldOf("urgent-escalated", id)).toEqual([]);
  expect((await actsOn(id)).map(({ act }) => act)).toEqual(["urgent.raised", "urgent.acknowledged"]);
  expect(await find(referrer, id)).toMatchObject({ mayAcknowledge: false, escalated: null });
});

test("after an hour without an answer it goes to whoever coordinates and the second contact, once of two servers, and can still be taken on", async () => {
  const second = await seatOf(server.open, oncology, "second.specialist");
  const id = await raised({ second });
  await escalateIn(59 * 60_000);
  expect(await toldOf("urgent-escalated", id)).toEqual([]);
  await Promise.all([escalateIn(hour + 1000), escalateIn(hour + 1000)]);
  await escalateIn(3 * hour);
  expect(await toldOf("urgent-escalated", id)).toEqual(["coordinator", "referrer", "second.specialist"]);
  expect((await actsOn(id)).map(({ act }) => act)).toEqual(["urgent.raised", "urgent.escalated"]);
  const coordinator = await server.as("coordinator");
  expect(await find(coordinator, id)).toMatchObject({
    what: null,
    channel: null,
    mayAcknowledge: true,
    escalated: expect.any(String),
  });
  expect((await acknowledge(await server.as("second.specialist"), id)).status).toBe(200);
  expect((await toldOf("urgent-acknowledged", id)).toSorted()).toEqual(["referrer", "specialist"]);
  expect((await acknowledge(coordinator, id)).body).toMatchObject({ refusal: "already-so" });
});

test("two who take it on at once: one has it, the other is told so", async () => {
  const id = await raised({ second: await seatOf(server.open, oncology, "second.specialist") });
  const people = await Promise.all(["referrer", "second.specialist"].map((name) => server.as(name)));
  const answers = await Promise.all(people.map((person) => acknowledge(person, id)));
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
});

test("the patient sees nothing of it, cannot raise one, and takes none on", async () => {
  const id = await raised();
  const patient = await server.as("patient");
  const { text } = await patient.ask(`/cases/${oncology}/urgent`);
  expect(text).toBe('{"items":[]}');
  const recipient = await seatOf(server.open, oncology, "referrer");
  expect((await raise(patient, { recipient })).body).toMatchObject({ refusal: "no-right" });
  expect((await raise(await server.as("coordinator"), { recipient })).body).toMatchObject({
    refusal: "no-right",
  });
  expect((await acknowledge(patient, id)).body).toMatchObject({ refusal: "no-right" });
  expect((await acknowledge(await server.as("specialist"), id)).body).toMatchObject({ refusal: "no-right" });
});

test("a blind specialist raises one where they read, sees only what concerns them, and nothing on what is hidden from them", async () => {
  const [blind, author] = await Promise.all([server.as("second.specialist"), server.as("spine.specialist")]);
  const seats = await Promise.all(
    ["spine.specialist", "second.specialist"].map((name) => seatOf(server.open, spine, name)),
  );
  const { rows } = await server.open.query<{ id: string; reveals: boolean }>(
    "select id, reveals from record where case_id = $1 and replaced_by is null",
    [spine],
  );
  const shown = rows.find(({ reveals }) => !reveals)?.id;
  const hidden = rows.find(({ reveals }) => reveals)?.id;
  const recipient = seats[0];
  expect((await raise(blind, { place: `record/${hidden}`, recipient }, spine)).body).toMatchObject({
    refusal: "no-such-record",
  });
  expect((await raise(blind, { place: `record/${shown}`, recipient }, spine)).status).toBe(201);
  const coordinator = await seatOf(server.open, spine, "coordinator");
  await raise(author, { place: `record/${shown}`, recipient: coordinator, what: "Of the author" }, spine);
  expect((await findingsFor(blind, spine)).map(({ what }) => what)).toEqual([secret]);
  expect((await findingsFor(author, spine)).map(({ what }) => what)).toEqual([secret, "Of the author"]);
  const named = await findingsFor(await server.as("coordinator"), spine);
  expect(named.map(({ what }) => what)).toEqual([null, "Of the author"]);
});

test("nobody is named who cannot act: oneself, the patient, somebody of another case, one person twice", async () => {
  const specialist = await server.as("specialist");
  const referrer = await seatOf(server.open, oncology, "referrer");
  const wrong = [
    await seatOf(server.open, oncology, "specialist"),
    await seatOf(server.open, oncology, "patient"),
    await seatOf(server.open, spine, "spine.specialist"),
  ];
  for (const recipient of wrong)
    expect((await raise(specialist, { recipient })).body).toMatchObject({ refusal: "no-such-seat" });
  for (const second of wrong)
    expect((await raise(specialist, { recipient: referrer, second })).body).toMatchObject({
      refusal: "no-such-seat",
    });
  expect((await raise(specialist, { recipient: referrer, second: referrer })).status).toBe(400);
  expect((await raise(specialist, { recipient: referrer, what: "  " })).status).toBe(400);
  const place = `opinion.${createUlid(Date.now(), secureRandom)}`;
  expect((await raise(specialist, { recipient: referrer, place })).body).toMatchObject({
    refusal: "no-such-document",
  });
  expect((await acknowledge(await server.as("coordinator"), createUlid(1, secureRandom))).body).toMatchObject(
    { refusal: "no-such-finding" },
  );
});

test("a case that is closed does not end it: it is raised, escalated and taken on there", async () => {
  await server.open.query("update clinical_case set state = 'closed' where id = $1", [oncology]);
  const id = await raised();
  await escalateIn(hour + 1000);
  expect(await toldOf("urgent-escalated", id)).toContain("coordinator");
  expect((await acknowledge(await server.as("referrer"), id)).status).toBe(200);
});

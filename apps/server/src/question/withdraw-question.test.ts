import type { Report } from "@consilium/report";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, leadOpinion, oncology } from "../testing/demo-cases.ts";
import { signOncology } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

let server: TestServer;
let author: TestPerson;
let patient: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.as("specialist");
  patient = await server.as("patient");
}, 120_000);
afterAll(() => server.close());

const on = `/cases/${oncology}`;
const Case = z.looseObject({
  questions: z.array(z.looseObject({ id: z.string(), text: z.string(), withdrawn: z.boolean() })),
});
const questionsOf = async (who: TestPerson) => Case.parse((await who.ask(on)).body).questions;
/** The demo's own is taken back already. */
const openOf = async (who: TestPerson) => (await questionsOf(who)).filter(({ withdrawn }) => !withdrawn);
const takeBack = (who: TestPerson, question: string) => who.post(`${on}/questions/${question}/withdrawal`);
const told = async (who: TestPerson) =>
  z
    .object({ items: z.array(z.looseObject({ kind: z.string(), subject: z.string() })) })
    .parse((await who.ask("/session/notifications")).body)
    .items.filter(({ kind }) => kind === "question-withdrawn")
    .map(({ subject }) => subject);
const basisOf = async (path: string) =>
  z.looseObject({ basis: z.string() }).parse((await author.ask(path)).body).basis;
const reportShape = z.custom<Report>((value) => typeof value === "object" && value !== null);

let question: string;

test("nobody takes back a question who does not ask: not who answers, not who sits in no seat of it", async () => {
  const asked = await questionsOf(patient);
  const [first] = await openOf(patient);
  question = first?.id ?? "";
  for (const login of ["specialist", "second.specialist"])
    expect((await takeBack(await server.as(login), question)).status).toBe(403);
  // Who has no seat in the case is not told that there is one.
  expect((await takeBack(await server.as("second.patient"), question)).status).toBe(404);
  expect(await questionsOf(patient)).toEqual(asked);
});

test("the patient takes one back once: all see it so, its author is told, and the audit says which", async () => {
  const opinion = await leadOpinion(server.open, oncology);
  const path = `${on}/opinions/${opinion}/signing`;
  const before = await basisOf(path);
  expect((await takeBack(patient, question)).body).toEqual({ withdrawn: question });
  for (const who of [patient, author, await server.as("referrer")])
    expect((await questionsOf(who)).find(({ id }) => id === question)?.withdrawn).toBe(true);
  expect(await told(author)).toEqual([question]);
  for (const who of [patient, await server.as("coordinator")]) expect(await told(who)).toEqual([]);
  const act = (await auditOf(server.open)).find(({ act: is }) => is === "question.withdrawn");
  expect(act).toMatchObject({ subject: question, body: {} });
  expect((await takeBack(patient, question)).body).toMatchObject({ refusal: "already-so" });
  // Whoever is about to sign looks at it again.
  expect(await basisOf(path)).not.toBe(before);
});

test("the referring clinician takes one back too", async () => {
  const last = (await openOf(patient)).at(-1)?.id ?? "";
  expect((await takeBack(await server.as("referrer"), last)).status).toBe(200);
  expect(await told(author)).toContain(last);
});

test("the signed report has it last, as withdrawn, and with the answer that was there", async () => {
  const { report } = await signOncology(server, author);
  const { report: value } = z
    .looseObject({ report: reportShape })
    .parse((await author.ask(`${on}/reports/${report}`)).body);
  const printed = value.questions.find(({ id }) => id === question);
  expect(printed).toMatchObject({ number: null, withdrawnAt: expect.any(String) });
  expect(printed?.answer?.text.length).toBeGreaterThan(0);
  const withdrawn = value.questions.map(({ withdrawnAt }) => withdrawnAt !== null);
  expect(withdrawn).toEqual(withdrawn.toSorted((one, other) => Number(one) - Number(other)));
  expect(withdrawn.filter(Boolean)).toHaveLength(3);
});

import {
  createDocumentLog,
  documentsOfCase,
  linkAudit,
  questionRowsOfCases,
  questionWordsOf,
  recordsOf,
  verifyChain,
} from "@consilium/database";
import { addItem, setItemField, itemsOf } from "@consilium/workspace";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { readContent } from "../document/read-content.ts";
import { auditOf, cardiology, leadOpinion, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { stockClient, until } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** Acts of commands since a moment; reads go on beside them. */
async function actsSince(count: number): Promise<string[]> {
  return (await auditOf(server.open))
    .slice(count)
    .flatMap(({ act }) => (/read|session|written/.test(act) ? [] : [act]));
}
const audited = async () => (await auditOf(server.open)).length;
const contentOf = (caseId: string, name: string) =>
  readContent({ log: createDocumentLog({ open: server.open, keys: server.keys }) }, `${caseId}/${name}`);

describe("a command", () => {
  test("writes one row in the audit, and none where it is refused", async () => {
    const specialist = await server.as("specialist");
    const patient = await server.as("patient");
    const opinion = await leadOpinion(server.open, oncology);
    const versions = `/cases/${oncology}/opinions/${opinion}/versions`;
    const before = await audited();
    expect((await specialist.post(versions, { name: "Before the meeting" })).status).toBe(201);
    expect(await actsSince(before)).toEqual(["version.named"]);
    const refused = await patient.post(versions, { name: "Mine" });
    expect([refused.status, refused.body]).toMatchObject([403, { refusal: "no-right" }]);
    expect((await specialist.post(versions, { name: "  " })).status).toBe(400);
    expect(await actsSince(before)).toEqual(["version.named"]);
  });

  test("whose audit row cannot be written has not happened", async () => {
    const coordinator = await server.as("coordinator");
    await server.open.query(
      "alter table audit add constraint no_seats check (act <> 'seat.given') not valid",
    );
    const given = { email: "spine.specialist@demo.test", role: "care-team" };
    try {
      expect((await coordinator.post(`/cases/${oncology}/seats`, given)).status).toBe(500);
    } finally {
      await server.open.query("alter table audit drop constraint no_seats");
    }
    await expect(seatOf(server.open, oncology, "spine.specialist")).rejects.toThrow("no seat");
    expect((await coordinator.post(`/cases/${oncology}/seats`, given)).status).toBe(201);
    expect((await coordinator.post(`/cases/${oncology}/seats`, given)).body).toMatchObject({
      refusal: "already-so",
    });
  });

  test("is only for who may give it", async () => {
    const opinion = await leadOpinion(server.open, oncology);
    const [record] = await anyRecord();
    const attempts = [
      ["patient", "POST", "/lifecycle", { to: "withdrawn", reason: "x" }],
      ["referrer", "POST", "/lifecycle", { to: "withdrawn", reason: "x" }],
      ["specialist", "POST", "/seats", { email: "admin@demo.test", role: "care-team" }],
      ["patient", "POST", "/seats", { email: "referrer@demo.test", role: "specialist", mode: "author" }],
      ["patient", "POST", "/seats", { email: "referrer@demo.test", role: "coordinator" }],
      ["coordinator", "POST", "/seats", { email: "admin@demo.test", role: "care-team" }],
      ["specialist", "POST", "/reveal", {}],
      ["coordinator", "POST", `/opinions/${opinion}/shares`, { audience: "patient", mode: "live" }],
      ["referrer", "POST", `/opinions/${opinion}/shares`, { audience: "patient", mode: "live" }],
      ["patient", "GET", `/opinions/${opinion}/sharing?audience=patient`, undefined],
      ["patient", "GET", `/opinions/${opinion}/history`, undefined],
      ["coordinator", "GET", `/opinions/${opinion}/history`, undefined],
      ["patient", "GET", `/opinions/${opinion}/versions`, undefined],
      ["specialist", "POST", `/records/${record?.id}/revealing`, { revealing: true }],
      ["patient", "POST", "/requests", { what: "CT" }],
      ["specialist", "POST", "/records/import", { resourceType: "Observation" }],
    ] as const;
    const before = await audited();
    for (const [login, method, path, body] of attempts) {
      const person = await server.as(login);
      const answer = await person.ask(`/cases/${oncology}${path}`, { method, ...(body && { body }) });
      expect([login, path, answer.status, answer.body]).toEqual([
        login,
        path,
        403,
        expect.objectContaining({ refusal: "no-right" }),
      ]);
    }
    expect(await actsSince(before)).toEqual([]);
  });

  test("tells what stands in its way", async () => {
    const coordinator = await server.as("coordinator");
    const unknown = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    const opinion = await leadOpinion(server.open, oncology);
    const attempts = [
      ["coordinator", "/lifecycle", { to: "paused" }, "reason-needed"],
      ["coordinator", "/lifecycle", { to: "signed" }, "not-now"],
      ["coordinator", "/lifecycle", { to: "erased" }, "not-now"],
      ["coordinator", `/seats/${unknown}/end`, {}, "no-such-seat"],
      ["coordinator", `/seats/${await seatOf(server.open, spine, "coordinator")}/end`, {}, "no-such-seat"],
      [
        "coordinator",
        `/seats/${await seatOf(server.open, oncology, "coordinator")}/end`,
        {},
        "last-coordinator",
      ],
      ["coordinator", "/seats", { email: "nobody@demo.test", role: "care-team" }, "no-such-person"],
      ["coordinator", "/seats", { email: "admin@demo.test", role: "guest" }, "not-now"],
      ["coordinator", `/records/${unknown}/revealing`, { revealing: true }, "no-such-record"],
      ["patient", `/questions/${unknown}/withdrawal`, {}, "no-such-question"],
      ["specialist", `/opinions/${unknown}/versions`, { name: "x" }, "no-such-document"],
      [
        "specialist",
        `/opinions/${opinion}/shares`,
        { audience: "patient", mode: "version", version: 99 },
        "no-such-version",
      ],
      ["specialist", `/suggestions/${unknown}/claim`, { target: `opinion.${opinion}` }, "no-such-suggestion"],
      ["specialist", `/suggestions/${unknown}/claim`, { target: "nothing" }, "no-such-document"],
    ] as const;
    for (const [login, path, body, reason] of attempts) {
      const answer = await (await server.as(login)).post(`/cases/${oncology}${path}`, body);
      expect([path, answer.body]).toEqual([
        path,
        { refusal: reason, sentence: expect.stringMatching(/\.$/) },
      ]);
    }
    expect((await coordinator.ask(`/cases/${oncology}`)).body).toMatchObject({ state: "in-review" });
  });
});

const anyRecord = async () =>
  recordsOf(server.open.database, await server.keys.of(oncology), oncology, {
    after: null,
    limit: 1,
    withoutRevealing: true,
  });

describe("what a blind specialist reads", () => {
  test("is without a record as soon as the coordinator marks it, and with it when the mark is taken back", async () => {
    const coordinator = await server.as("coordinator");
    const blind = await server.as("second.specialist");
    const [record] = await recordsOf(server.open.database, await server.keys.of(spine), spine, {
      after: null,
      limit: 1,
      withoutRevealing: true,
    });
    const path = `/cases/${spine}/records/${record?.id}`;
    expect((await blind.ask(path)).status).toBe(200);
    expect((await coordinator.post(`${path}/revealing`, { revealing: true })).body).toEqual({
      revealing: true,
    });
    expect((await blind.ask(path)).body).toMatchObject({ refusal: "no-such-record" });
    expect((await blind.ask(`/cases/${spine}/records`)).text).not.toContain(record?.id);
    expect((await coordinator.post(`${path}/revealing`, { revealing: true })).body).toMatchObject({
      refusal: "already-so",
    });
    await coordinator.post(`${path}/revealing`, { revealing: false });
    expect((await blind.ask(path)).status).toBe(200);
  });

  test("is the question's other words, carried from the story when the case is submitted", async () => {
    const patient = await server.as("second.patient");
    const blind = await server.as("second.specialist");
    const story = await contentOf(spine, "story");
    const wanted = itemsOf(story, "question").flatMap((item) => {
      const words = item.scalar("textForBlind");
      return typeof words === "string" ? [words] : [];
    });
    expect(wanted.length).toBeGreaterThan(0);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => patient.post(`/cases/${spine}/submission`)),
    );
    // Once, however often it is asked for at once; and nobody waits for a connection that others hold.
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 403]));
    const key = await server.keys.of(spine);
    const rows = await questionRowsOfCases(server.open.database, [spine]);
    const kept = rows.map((row) => questionWordsOf(key, row).textForBlind).filter((words) => words !== null);
    expect(kept).toEqual(wanted);
    const seen = (await blind.ask(`/cases/${spine}`)).text;
    for (const words of wanted) expect(seen).toContain(JSON.stringify(words).slice(1, -1));
    const hidden = rows
      .map((row) => questionWordsOf(key, row))
      .filter((asked) => asked.textForBlind !== null);
    for (const { text } of hidden) expect(seen).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  test("is a draft of their own from the moment at which they are seated", async () => {
    const coordinator = await server.as("coordinator");
    const given = { email: "specialist@demo.test", role: "specialist", mode: "blind" };
    expect((await coordinator.post(`/cases/${spine}/seats`, given)).status).toBe(201);
    const seen = (await (await server.as("specialist")).ask(`/cases/${spine}`)).body;
    expect(seen).toMatchObject({ opinions: [{ lead: false, write: true }], shares: [] });
    expect((await (await server.as("specialist")).post(`/cases/${spine}/reveal`)).body).toMatchObject({
      refusal: "read-not-finished",
    });
  });
});

describe("a suggestion", () => {
  test("that two accept at once has one winner, and its claim names its own target", async () => {
    const opinion = await leadOpinion(server.open, oncology);
    const suggestion = await openSuggestion(opinion);
    const target = `opinion.${opinion}`;
    const path = `/cases/${oncology}/suggestions/${suggestion}/claim`;
    const referrer = await server.as("referrer");
    expect((await referrer.post(path, { target: "referral" })).body).toMatchObject({
      refusal: "no-such-suggestion",
    });
    expect((await referrer.post(path, { target })).body).toMatchObject({ refusal: "no-right" });
    const two = await Promise.all(["specialist", "second.specialist"].map((login) => server.as(login)));
    const answers = await Promise.all(two.map((person) => person.post(path, { target })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      refusal: "claimed-by-another",
    });
    // The winner may ask again: its answer may have been lost.
    const winner = two[answers.findIndex(({ status }) => status === 200)];
    expect((await winner?.post(path, { target }))?.status).toBe(200);
  });

  test("that stands in the text already is not accepted again", async () => {
    const opinion = await leadOpinion(server.open, oncology);
    const [accepted] = (await contentOf(oncology, `opinion.${opinion}`)).getMap("accepted").keys();
    const path = `/cases/${oncology}/suggestions/${accepted}/claim`;
    const answer = await (await server.as("specialist")).post(path, { target: `opinion.${opinion}` });
    expect(answer.body).toMatchObject({ refusal: "already-so" });
  });
});

async function openSuggestion(opinion: string): Promise<string> {
  const accepted = (await contentOf(oncology, `opinion.${opinion}`)).getMap("accepted");
  for (const { name } of await documentsOfCase(server.open.database, oncology)) {
    if (!name.startsWith("layer.") || !name.includes(`.opinion.${opinion}.`)) continue;
    for (const [id, annotation] of (await contentOf(oncology, name)).getMap("a"))
      if (annotation instanceof Y.Map && annotation.get("kind") === "suggestion" && !accepted.has(id))
        return id;
  }
  throw new Error("The demo has no open suggestion");
}

test("a question that is written while the case is submitted is either asked or not lost", async () => {
  // The spine case is submitted by now: what is written later stays unsent, and the story is read only.
  const patient = await server.as("second.patient");
  const client = stockClient(patient, spine, "story", { ack: "1" });
  await until(() => client.provider.synced, "the story is here");
  addItem(client.doc, "question", "01KDVDNA00QVEST10N00000001");
  setItemField(client.doc, "01KDVDNA00QVEST10N00000001", "textForBlind", "Too late");
  await patient.ask(`/cases/${spine}`);
  expect(itemsOf(await contentOf(spine, "story"), "question").map(({ id }) => id)).not.toContain(
    "01KDVDNA00QVEST10N00000001",
  );
  client.stop();
});

test("a record is asked for by whoever needs it, and stands in the case", async () => {
  const referrer = await server.as("referrer");
  const wanted = { what: "MRI of the liver, 2024", from: "Northgate", required: true };
  expect((await referrer.post(`/cases/${oncology}/requests`, wanted)).status).toBe(201);
  const seen = (await (await server.as("patient")).ask(`/cases/${oncology}`)).body;
  expect(seen).toMatchObject({
    requests: expect.arrayContaining([expect.objectContaining({ what: wanted.what, state: "open" })]),
  });
});

test("whoever was given a version reads that one, also of the threads, and whoever coordinates does not open it for them", async () => {
  const proxy = await server.as("patient");
  const coordinator = await server.as("coordinator");
  const opinion = await leadOpinion(server.open, cardiology);
  const on = `/cases/${cardiology}/opinions/${opinion}`;
  expect((await proxy.ask(`${on}/versions`)).body).toMatchObject({ items: [{ n: 1 }] });
  expect((await proxy.ask(`${on}/versions/1`)).status).toBe(200);
  expect((await proxy.ask(`${on}/versions/2`)).body).toMatchObject({ refusal: "no-such-version" });
  expect((await proxy.ask(`${on}/history`)).body).toMatchObject({ refusal: "no-right" });
  expect((await proxy.ask(`${on}/versions/1/threads`)).status).toBe(200);
  expect((await coordinator.ask(`${on}/versions`)).body).toEqual({ items: [] });
  expect((await coordinator.ask(`${on}/history`)).body).toMatchObject({ refusal: "no-right" });
});

test("after all of it the audit's chain holds", async () => {
  await linkAudit(server.open.pool);
  expect(await verifyChain(server.open.pool)).toMatchObject({ whole: true });
});

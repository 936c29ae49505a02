import { clockExtensionsOf } from "@consilium/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { auditOf, cardiology, oncology, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { stockClient } from "../testing/test-socket.ts";

let server: TestServer;
let coordinator: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
}, 60_000);
afterAll(() => server.close());

const Clock = z.object({
  kind: z.string(),
  state: z.string(),
  due: z.string().nullable(),
  pausedReason: z.string().nullable(),
});
const Detail = z.object({ tier: z.string(), clocks: z.array(Clock) });
const detailOf = async (caseId: string) => Detail.parse((await coordinator.ask(`/cases/${caseId}`)).body);
const clockOf = async (caseId: string, kind: string) => {
  const clock = (await detailOf(caseId)).clocks.find((found) => found.kind === kind);
  if (!clock) throw new Error(`The case has no clock ${kind}`);
  return clock;
};
const tell = (who: TestPerson, caseId: string, path: string, body: unknown = {}) =>
  who.post(`/cases/${caseId}${path}`, body);
const later = (due: string | null, days: number) =>
  new Date(Date.parse(due ?? "") + days * 86_400_000).toISOString();

const extend = (body: unknown, who = coordinator) => tell(who, oncology, "/clocks/opinion/extension", body);
const pause = (reason: string) => tell(coordinator, oncology, "/clocks/opinion/pause", { reason });
const resume = () => tell(coordinator, oncology, "/clocks/opinion/resumption");
const step = (to: string, reason: string | null = null) =>
  tell(coordinator, oncology, "/lifecycle", { to, reason });

test("a deadline is moved with a reason, which is kept sealed; the audit has only the dates", async () => {
  const { due } = await clockOf(oncology, "opinion");
  const to = later(due, 2);
  expect((await extend({ due: to, reason: " " })).body).toMatchObject({ refusal: "reason-needed" });
  expect((await extend({ due: later(due, -1), reason: "Sooner" })).body).toMatchObject({
    refusal: "not-later",
  });
  expect((await extend({ due: later(due, 500), reason: "Much later" })).body).toMatchObject({
    refusal: "not-later",
  });
  expect((await extend({ due: to, reason: "I may not" }, await server.as("specialist"))).body).toMatchObject({
    refusal: "no-right",
  });
  expect((await extend({ due: to, reason: "The MRI comes on Friday" })).body).toEqual({ due: to });
  expect(await clockOf(oncology, "opinion")).toMatchObject({ due: to, state: "running" });
  const [kept] = await clockExtensionsOf(server.open.database, await server.keys.of(oncology));
  expect(kept).toMatchObject({ reason: "The MRI comes on Friday", toDue: new Date(to) });
  const said = (await auditOf(server.open)).findLast(({ act }) => act === "clock.extended");
  expect(said?.body).toEqual({ kind: "opinion", from: due, to });
});

test("one clock stands by itself and goes on later by as long; one that stands with the case goes on with the case", async () => {
  const { due } = await clockOf(oncology, "opinion");
  expect((await resume()).body).toMatchObject({ refusal: "already-so" });
  expect((await pause("")).body).toMatchObject({ refusal: "reason-needed" });
  expect((await pause("Dr Hallström is ill")).body).toEqual({ state: "paused" });
  expect((await pause("Again")).body).toMatchObject({ refusal: "already-so" });
  expect(await clockOf(oncology, "opinion")).toMatchObject({ pausedReason: "Dr Hallström is ill" });
  expect((await step("paused", "A holiday")).status).toBe(200);
  expect((await step("in-review")).status).toBe(200);
  expect(await clockOf(oncology, "opinion")).toMatchObject({ state: "paused" });
  expect((await resume()).status).toBe(200);
  const after = await clockOf(oncology, "opinion");
  expect(after).toMatchObject({ state: "running", pausedReason: null });
  expect(Date.parse(after.due ?? "")).toBeGreaterThan(Date.parse(due ?? ""));
  expect((await step("paused", "A holiday")).status).toBe(200);
  expect((await resume()).body).toMatchObject({ refusal: "not-now" });
  expect((await step("in-review")).status).toBe(200);
});

test("the tier moves the opinion's deadline with it, and back to where it was", async () => {
  const { tier, clocks } = await detailOf(oncology);
  const other = tier === "standard" ? "expedited" : "standard";
  const due = clocks.find(({ kind }) => kind === "opinion")?.due;
  expect((await tell(coordinator, oncology, "/tier", { tier })).body).toMatchObject({
    refusal: "already-so",
  });
  expect((await tell(coordinator, oncology, "/tier", { tier: other })).body).toEqual({ tier: other });
  expect((await clockOf(oncology, "opinion")).due).not.toBe(due);
  expect((await tell(await server.as("referrer"), oncology, "/tier", { tier })).body).toMatchObject({
    refusal: "no-right",
  });
  expect((await tell(coordinator, oncology, "/tier", { tier })).body).toEqual({ tier });
  expect((await clockOf(oncology, "opinion")).due).toBe(due);
});

test("what has not begun, was met or was signed has no deadline to move", async () => {
  const extension = { due: later(new Date().toISOString(), 3), reason: "Why not" };
  for (const [caseId, kind] of [
    [spine, "records"],
    [spine, "triage"],
    [cardiology, "opinion"],
  ] as const)
    expect((await tell(coordinator, caseId, `/clocks/${kind}/extension`, extension)).body).toMatchObject({
      refusal: "not-now",
    });
  expect((await tell(coordinator, cardiology, "/tier", { tier: "expedited" })).body).toMatchObject({
    refusal: "not-now",
  });
  expect((await tell(coordinator, spine, "/clocks/lunch/pause", { reason: "Soup" })).body).toMatchObject({
    refusal: "malformed-request",
  });
});

test("a blind read has its clock from when the seat is given to when it is finished", async () => {
  const seat = { email: "spine.specialist@demo.test", role: "specialist", mode: "blind" };
  expect((await tell(coordinator, oncology, "/seats", seat)).status).toBe(201);
  expect(await clockOf(oncology, "blind")).toMatchObject({ state: "running" });
  const reader = await server.as("spine.specialist");
  const { body } = await reader.ask(`/cases/${oncology}`);
  const { opinions } = z.object({ opinions: z.array(z.object({ id: z.string() })) }).parse(body);
  const finish = () => tell(reader, oncology, `/opinions/${opinions[0]?.id}/finish`);
  expect((await finish()).body).toMatchObject({ refusal: "empty-text" });
  expect(await clockOf(oncology, "blind")).toMatchObject({ state: "running" });
  const client = stockClient(reader, oncology, `opinion.${opinions[0]?.id}`, { ack: "1" });
  await expect.poll(() => client.provider.synced).toBe(true);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Three lesions.")]);
  client.doc.getXmlFragment("s.findings").insert(0, [paragraph]);
  await expect.poll(async () => (await finish()).status, { timeout: 10_000 }).toBe(200);
  client.stop();
  expect(await clockOf(oncology, "blind")).toMatchObject({ state: "met" });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const clocksIn = z.object({
  clocks: z.array(
    z.object({
      kind: z.string(),
      state: z.string(),
      from: z.string().nullable(),
      due: z.string().nullable(),
      pausedReason: z.string().nullable(),
    }),
  ),
});
const clocksOfList = z.object({ items: z.array(clocksIn.extend({ id: z.string() })) });

test("the clocks begin with the case's steps, stand in a pause with its reason, and go on after it", async () => {
  const coordinator = await server.as("coordinator");
  const step = async (to: string, reason: string | null = null) =>
    expect((await coordinator.post(`/cases/${spine}/lifecycle`, { to, reason })).body).toEqual({ state: to });
  const clocks = async () => clocksIn.parse((await coordinator.ask(`/cases/${spine}`)).body).clocks;
  const states = async () => (await clocks()).map(({ kind, state }) => `${kind} ${state}`);
  const patient = await server.as("second.patient");
  expect((await patient.post(`/cases/${spine}/submission`)).status).toBe(200);
  expect(await states()).toEqual(["triage running", "records not-begun", "opinion not-begun"]);
  await step("gathering-records");
  expect(await states()).toEqual(["triage met", "records running", "opinion not-begun"]);
  const records = async () => (await clocks()).find(({ kind }) => kind === "records");
  const before = await records();
  await step("paused", "Waiting for the films of 2024");
  expect(await records()).toMatchObject({
    state: "paused",
    due: before?.due,
    pausedReason: "Waiting for the films of 2024",
  });
  const listed = clocksOfList.parse((await coordinator.ask("/cases")).body);
  const inList = listed.items.find(({ id }) => id === spine)?.clocks;
  expect(inList?.find(({ kind }) => kind === "records")).toMatchObject({ state: "paused" });
  await step("gathering-records");
  const after = await records();
  expect(after).toMatchObject({ state: "running", from: before?.from, pausedReason: null });
  expect(Date.parse(after?.due ?? "")).toBeGreaterThan(Date.parse(before?.due ?? ""));
  await step("ready-for-review");
  expect(await states()).toEqual(["triage met", "records met", "start running", "opinion running"]);
  await step("in-review");
  expect(await states()).toContain("start met");
  await step("withdrawn", "The patient has decided");
  expect((await clocks()).find(({ kind }) => kind === "opinion")).toMatchObject({
    state: "paused",
    pausedReason: "The patient has decided",
  });
});

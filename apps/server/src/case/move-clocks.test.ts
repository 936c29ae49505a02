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
  expect(await states()).toEqual(["records not-begun", "opinion not-begun"]);
  await step("gathering-records");
  expect(await states()).toEqual(["records running", "opinion not-begun"]);
  const [before] = await clocks();
  await step("paused", "Waiting for the films of 2024");
  expect((await clocks())[0]).toMatchObject({
    state: "paused",
    due: before?.due,
    pausedReason: "Waiting for the films of 2024",
  });
  const listed = clocksOfList.parse((await coordinator.ask("/cases")).body);
  expect(listed.items.find(({ id }) => id === spine)?.clocks[0]).toMatchObject({ state: "paused" });
  await step("gathering-records");
  const [after] = await clocks();
  expect(after).toMatchObject({ state: "running", from: before?.from, pausedReason: null });
  expect(Date.parse(after?.due ?? "")).toBeGreaterThan(Date.parse(before?.due ?? ""));
  await step("ready-for-review");
  expect(await states()).toEqual(["records met", "opinion running"]);
  await step("in-review");
  await step("withdrawn", "The patient has decided");
  expect((await clocks())[1]).toMatchObject({ state: "paused", pausedReason: "The patient has decided" });
});

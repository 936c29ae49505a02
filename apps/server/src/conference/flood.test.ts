import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { comeTo, type ConferencePage, openConferencePage } from "../testing/conference-page.ts";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

async function call(): Promise<string> {
  const referrer = await server.as("referrer");
  const called = { startsAt: null, minutes: 30, invited: [] };
  const { body } = await referrer.post(`/cases/${oncology}/conferences`, called);
  return z.object({ conference: z.string() }).parse(body).conference;
}

/** Two clinicians and the patient are in. */
async function meeting() {
  const id = await call();
  const { page: host } = await comeTo(await server.as("referrer"), id);
  const { page: other } = await comeTo(await server.as("specialist"), id);
  const { page: patient } = await comeTo(await server.as("patient"), id);
  await host.ask("admit", { seat: await seatOf(server.open, oncology, "patient") });
  return { id, host, other, patient };
}

const thousands = (page: ConferencePage): void => {
  for (let count = 0; count < 3000; count += 1)
    page.say(JSON.stringify({ id: `flood ${count}`, method: "raiseHand", data: { up: true } }));
};

test.each([
  ["thousands of requests in a second", 4429, thousands],
  ["a message that is too long", 4429, (page: ConferencePage) => page.say("x".repeat(65_537))],
  ["one that is far too long", 1009, (page: ConferencePage) => page.say("x".repeat(1_000_000))],
  ["bytes that are no text", 4429, (page: ConferencePage) => page.say(Uint8Array.of(1, 2, 3))],
] as const)(
  "%s: whoever sent it is cut off and does not come back at once; the others stay and are heard",
  async (_what, code, flood) => {
    const { id, host, other, patient } = await meeting();
    flood(patient);
    expect((await patient.closed).code).toBe(code);
    const again = await openConferencePage(await server.as("patient"), id);
    expect(await again.closed).toEqual({ code: 4429, reason: "too-fast" });
    const seat = await seatOf(server.open, oncology, "referrer");
    expect(await host.ask("raiseHand", { up: true })).toEqual({});
    await expect
      .poll(() => other.heard)
      .toContainEqual({
        method: "peerChanged",
        data: expect.objectContaining({ seat, handSince: expect.any(Number) }),
      });
    expect(await other.ask("raiseHand", { up: true })).toEqual({});
    // To another conference they come.
    expect((await comeTo(await server.as("patient"), await call())).at).toEqual({ at: "waiting" });
    await host.ask("end");
  },
);

import { newestMails } from "@consilium/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { startMailServer, type TestMailServer } from "../testing/mail-server.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let mailServer: TestMailServer;
let server: TestServer;
beforeAll(async () => {
  mailServer = await startMailServer();
  server = await startTestServer({ smtp: { url: mailServer.url, from: "no-reply@consilium.example" } });
}, 60_000);
afterAll(async () => {
  await server.close();
  await mailServer.close();
});

async function ask(what: string): Promise<void> {
  const of = await seatOf(server.open, oncology, "patient");
  const coordinator = await server.as("coordinator");
  const answer = await coordinator.post(`/cases/${oncology}/requests`, { what, of });
  expect(answer.status).toBe(201);
}
const toPatient = () => mailServer.taken.filter(({ to }) => to[0] === "patient@demo.test");
const stateOfNewest = async () =>
  (await newestMails(server.open.database, 100)).find(({ address }) => address === "patient@demo.test");

test("a command's mail leaves by the mail server after it, to each person alone, and says where and not what", async () => {
  await ask("Zirconium implant card");
  await expect.poll(() => toPatient().length, { timeout: 20_000 }).toBe(1);
  const [mail] = toPatient();
  expect(mail?.to).toEqual(["patient@demo.test"]);
  expect(mail?.message).toContain(`/cases/${oncology}`);
  expect(mail?.message).not.toMatch(/Zirconium|Quintana|Marisol/);
  expect(await stateOfNewest()).toMatchObject({ state: "sent" });
}, 60_000);

test("an address that the mail server refuses: the person reads so in their settings, until mail arrives again", async () => {
  const patient = await server.as("patient");
  const refusedSince = async () =>
    z.object({ refusedSince: z.string().nullable() }).parse((await patient.ask("/session/telling")).body)
      .refusedSince;
  expect(await refusedSince()).toBeNull();
  mailServer.answer(550);
  await ask("Another");
  await expect.poll(refusedSince, { timeout: 20_000 }).toEqual(expect.any(String));
  mailServer.answer(undefined);
  await ask("A third");
  await expect.poll(() => toPatient().length, { timeout: 20_000 }).toBe(2);
  await expect.poll(refusedSince).toBeNull();
}, 60_000);

test("a mail server that is away keeps no command back, and the operator is told once", async () => {
  mailServer.answer(421, "MAIL");
  await ask("A fourth");
  await expect.poll(async () => (await stateOfNewest())?.problem, { timeout: 20_000 }).toBe("server-away");
  await ask("A fifth");
  await expect
    .poll(() => server.lines, { timeout: 20_000 })
    .toEqual([expect.stringContaining("MailServerAway because of Error EENVELOPE")]);
  const patient = await server.as("patient");
  const { refusal } = z.object({ refusal: z.string() }).parse((await patient.ask("/session/outbox")).body);
  expect(refusal).toBe("no-such-route");
}, 60_000);

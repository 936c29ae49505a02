import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";

let server: TestServer;
let referrer: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  referrer = await server.as("referrer");
}, 60_000);
afterAll(() => server.close());

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A conference to come; by its path. */
async function call(): Promise<string> {
  const when = { startsAt: inHours(1), minutes: 30, invited: [] };
  const { body } = await referrer.post(`/cases/${oncology}/conferences`, when);
  const { conference } = z.object({ conference: z.string() }).parse(body);
  return `/cases/${oncology}/conferences/${conference}`;
}

/** A guest of it; by their path. */
async function invite(conference: string, kind: string, email: string): Promise<string> {
  const invited = { name: "Rafael Bento", kind, language: null, email };
  const { body } = await referrer.post(`${conference}/guests`, invited);
  const { guest } = z.object({ guest: z.string() }).parse(body);
  return `${conference}/guests/${guest}`;
}

/** What was sent there, in its order. */
async function lettersTo(email: string) {
  const { rows } = await server.open.query<{ text: string; calendar: string }>(
    "select text, calendar from mail where address = $1 order by queued_at, id",
    [email],
  );
  return rows.map(({ text, calendar }) => ({
    text,
    sequence: Number(/^SEQUENCE:(\d+)/m.exec(calendar)?.[1]),
    status: /^STATUS:(\w+)/m.exec(calendar)?.[1],
  }));
}

test.for([
  ["interpreter", "as an interpreter."],
  ["relative", "as a relative."],
  ["outside-doctor", "as an outside doctor."],
])("a guest reads as whom they are asked: %s", async ([kind = "", words]) => {
  const email = `${kind}@demo.test`;
  await invite(await call(), kind, email);
  const [asked] = await lettersTo(email);
  expect(asked?.text).toContain(`asks you to a conference by video, ${words}`);
});

test("each change that a guest is told of is newer to their calendar than what it holds", async () => {
  const email = "rafael@demo.test";
  const conference = await call();
  const guest = await invite(conference, "interpreter", email);
  await referrer.post(`${conference}/move`, { startsAt: inHours(2), minutes: 45 });
  await referrer.ask(guest, { method: "DELETE" });
  await invite(conference, "interpreter", email);
  await referrer.post(`${conference}/cancel`);
  const letters = await lettersTo(email);
  expect(letters.map(({ status }) => status)).toEqual([
    "CONFIRMED",
    "CONFIRMED",
    "CANCELLED",
    "CONFIRMED",
    "CANCELLED",
  ]);
  const sequences = letters.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other));
});

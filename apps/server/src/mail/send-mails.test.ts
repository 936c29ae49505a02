import { insertMail, newestMails, type OpenDatabase, openDatabase, schema } from "@consilium/database";
import { createTestDatabase, type TestDatabase } from "@consilium/database/testing";
import { createUlid, secureRandom } from "@consilium/foundation";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startMailServer, type TestMailServer } from "../testing/mail-server.ts";
import { sendMails } from "./send-mails.ts";
import { createSmtpTransport } from "./smtp-transport.ts";

const minute = 60_000;
const personId = createUlid(Date.now(), secureRandom);
let location: TestDatabase;
let open: OpenDatabase;
let server: TestMailServer;
let now = new Date("2026-11-29T10:00:00Z");

beforeAll(async () => {
  location = await createTestDatabase();
  open = await openDatabase(location.url);
  server = await startMailServer();
  await open.database.insert(schema.user).values({ id: personId, name: "Anna", email: "a@example.org" });
  await open.database.insert(schema.person).values({ id: personId, initials: "A" });
}, 60_000);
afterAll(async () => {
  await server.close();
  await open.close();
  await location.drop();
});
beforeEach(async () => {
  await open.database.delete(schema.mail);
  server.taken.length = 0;
  server.answer(undefined);
});

const transport = () => createSmtpTransport({ url: server.url, from: "no-reply@consilium.example" });
const send = () => sendMails(open.database, transport(), () => now);
const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

async function queue(address = "a@example.org"): Promise<string> {
  const id = createUlid(now.getTime(), secureRandom);
  const given = { id, personId, address, subject: "Something waits", text: "Open it.", queuedAt: now };
  await insertMail(open.database, given);
  return id;
}

const rowOf = async (id: string) => (await newestMails(open.database, 100)).find((row) => row.id === id);

test("a mail goes to one address, says that a program wrote it, and has a name of its own", async () => {
  const id = await queue();
  expect(await send()).toEqual({ isAway: false, next: null });
  expect(server.taken.map(({ to }) => to)).toEqual([["a@example.org"]]);
  const message = server.taken[0]?.message;
  expect(message).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(message).toMatch(new RegExp(`^Message-ID: <${id}@consilium\\.example>\\r$`, "im"));
  expect(message).toMatch(/^Subject: Something waits\r$/m);
  expect(message).toMatch(/^From: "?Consilium"? <no-reply@consilium\.example>\r$/m);
  expect(await rowOf(id)).toMatchObject({ state: "sent", tries: 1, sentAt: now, problem: null });
  await send();
  expect(server.taken).toHaveLength(1);
});

test("a mail with a link for somebody without an account waits out an hour without a mail server, and is emptied once it has left", async () => {
  const id = createUlid(now.getTime(), secureRandom);
  const text = "https://consilium.example/answer#secret";
  const given = {
    id,
    personId: null,
    address: "archive@northgate.example",
    subject: "A record",
    text,
    queuedAt: now,
  };
  await insertMail(open.database, given);
  const nowhere = createSmtpTransport({ url: "smtp://127.0.0.1:9", from: "no-reply@consilium.example" });
  for (let tried = 0; tried < 6; tried++) {
    expect(await sendMails(open.database, nowhere, () => now)).toMatchObject({ isAway: true });
    pass(10 * minute);
  }
  expect(await rowOf(id)).toMatchObject({ state: "queued", problem: "server-away", text });
  await send();
  expect(server.taken[0]?.message).toContain("answer#secret");
  expect(await rowOf(id)).toMatchObject({ state: "sent", text: "" });
});

test("451: it is tried again after a minute, two, four, at most an hour apart, and then arrives once", async () => {
  const id = await queue();
  server.answer(451);
  const waits: number[] = [];
  for (let tried = 0; tried < 9; tried++) {
    const { next } = await send();
    if (!next) throw new Error("It waits for nothing");
    waits.push((next.getTime() - now.getTime()) / minute);
    pass(next.getTime() - now.getTime() - 1000);
    await send();
    expect((await rowOf(id))?.tries).toBe(tried + 1);
    pass(1000);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(await rowOf(id)).toMatchObject({ state: "queued", problem: "put-off-451" });
  server.answer(undefined);
  await send();
  expect(await rowOf(id)).toMatchObject({ state: "sent", tries: 10 });
  expect(server.taken).toHaveLength(1);
});

test("451 for three days: it is given up, and its row says why", async () => {
  const id = await queue();
  server.answer(451);
  await send();
  pass(3 * 24 * 60 * minute);
  expect((await send()).next).toBeNull();
  expect(await rowOf(id)).toMatchObject({ state: "failed", problem: "put-off-451" });
});

test("550: it is stopped at once, which is in the audit, and the next mail leaves all the same", async () => {
  const id = await queue();
  server.answer(550);
  expect(await send()).toEqual({ isAway: false, next: null });
  expect(await rowOf(id)).toMatchObject({ state: "stopped", tries: 1, problem: "refused-550" });
  const acts = await open.database.select().from(schema.audit);
  expect(acts.filter(({ subject }) => subject === id)).toMatchObject([
    { act: "mail.stopped", personId, body: { problem: "refused-550" } },
  ]);
  server.answer(undefined);
  const other = await queue();
  pass(24 * 60 * minute);
  await send();
  expect(await rowOf(id)).toMatchObject({ state: "stopped", tries: 1 });
  expect(await rowOf(other)).toMatchObject({ state: "sent" });
});

test("a server that refuses the sender, or is closing, says nothing about the mail: it stays", async () => {
  const id = await queue();
  server.answer(550, "MAIL");
  expect(await send()).toMatchObject({ isAway: true });
  server.answer(421);
  pass(minute);
  expect(await send()).toMatchObject({ isAway: true });
  expect(await rowOf(id)).toMatchObject({ state: "queued", problem: "server-away" });
});

test("a server that is down for an hour: nothing is lost, it is asked once a minute, and then all of it arrives", async () => {
  const ids = [await queue(), await queue("b@example.org"), await queue("c@example.org")];
  const { port } = new URL(server.url);
  await server.close();
  for (let passed = 0; passed < 60; passed++) {
    const { isAway, next } = await send();
    expect({ isAway, next }).toEqual({ isAway: true, next: new Date(now.getTime() + minute) });
    pass(minute);
  }
  server = await startMailServer(Number(port));
  pass(minute);
  expect(await send()).toEqual({ isAway: false, next: null });
  expect(new Set(server.taken.map(({ to }) => to[0]))).toEqual(
    new Set(["a@example.org", "b@example.org", "c@example.org"]),
  );
  expect(server.taken).toHaveLength(3);
  for (const id of ids) expect(await rowOf(id)).toMatchObject({ state: "sent" });
});

test("an address with a line break, or two in one, reaches nobody: it is stopped without asking the server", async () => {
  const ids = [
    await queue("a@example.org\r\nBcc: evil@example.org"),
    await queue("a@example.org, evil@example.org"),
    await queue("a@example.org>\r\nRCPT TO:<evil@example.org"),
  ];
  await send();
  expect(server.taken).toEqual([]);
  for (const id of ids) expect(await rowOf(id)).toMatchObject({ state: "stopped", problem: "no-address" });
});

test("of two servers that send at once each mail leaves once", async () => {
  for (let count = 0; count < 20; count++) await queue(`p${count}@example.org`);
  await Promise.all([send(), send()]);
  expect(server.taken).toHaveLength(20);
  expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(20);
});

test("a mail whose server died while it was sent is sent by the next one, under the same name", async () => {
  const id = await queue();
  await open.database.update(schema.mail).set({ tries: 1, nextAt: new Date(now.getTime() + 5 * minute) });
  await send();
  expect(server.taken).toHaveLength(0);
  pass(5 * minute);
  await send();
  expect(await rowOf(id)).toMatchObject({ state: "sent", tries: 2 });
});

test("somebody without an account gets mail as well, and nobody's settings speak of it", async () => {
  const id = createUlid(now.getTime(), secureRandom);
  const given = {
    id,
    personId: null,
    address: "records@hospital.example",
    subject: "S",
    text: "T",
    queuedAt: now,
  };
  await insertMail(open.database, given);
  await send();
  expect(server.taken.map(({ to }) => to)).toEqual([["records@hospital.example"]]);
  expect(await rowOf(id)).toMatchObject({ state: "sent", name: null });
});

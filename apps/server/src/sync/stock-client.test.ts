import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestDatabase } from "@consilium/database/testing";
import { readMessage } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { oncology } from "../testing/demo-cases.ts";
import { createDemoDatabase, freePort } from "../testing/start-test-server.ts";
import { createWebFolder, password } from "../testing/test-configuration.ts";
import { signIn, type TestPerson } from "../testing/test-person.ts";
import { type StockClient, stockClient, until } from "../testing/test-socket.ts";

const main = fileURLToPath(new URL("../testing/serve-process.ts", import.meta.url));

let location: TestDatabase;
let folder: string;
let port: number;
let running: ChildProcess;

/** A process of its own; the first that it says is that it is ready. */
async function startProcess(): Promise<ChildProcess> {
  const started = spawn(process.execPath, [main, location.url, folder, String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(started.stdout, "data");
  return started;
}

async function kill(): Promise<void> {
  running.kill("SIGKILL");
  await once(running, "exit");
}

beforeAll(async () => {
  location = await createDemoDatabase();
  folder = createWebFolder();
  port = await freePort();
  running = await startProcess();
}, 60_000);
afterAll(async () => {
  await kill();
  await location.drop();
  rmSync(folder, { recursive: true });
});

const person = (login: string): Promise<TestPerson> =>
  signIn(`http://localhost:${port}`, `${login}@demo.test`, password);

/** The highest count of write messages that the server said are committed, on the newest connection. */
const savedOf = ({ messages }: StockClient): number =>
  Math.max(
    0,
    ...messages.map((bytes) => {
      const message = readMessage(bytes);
      return message?.kind === "saved" ? message.count : 0;
    }),
  );

function writeParagraph(doc: Y.Doc, words: string): Y.XmlText {
  const text = new Y.XmlText(words);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [text]);
  doc.getXmlFragment("s.assessment").push([paragraph]);
  return text;
}

const assessment = ({ doc }: StockClient) => doc.getXmlFragment("s.assessment").toJSON();

test("[SY-1] [SY-3] two stock y-websocket clients converge, see each other, and lose nothing acknowledged when the server is killed", async () => {
  const one = stockClient(await person("specialist"), oncology, "opinion", { ack: "1" });
  const other = stockClient(await person("second.specialist"), oncology, "opinion", { ack: "1" });
  await until(() => one.provider.synced && other.provider.synced, "both are in");

  // SY-21: whatever a client says of itself, the server says who it is.
  one.provider.awareness.setLocalStateField("user", { name: "Somebody Else" });
  const names = () => [...other.provider.awareness.getStates().values()].map(({ user }) => user?.name);
  await until(() => names().includes("Dr Ingrid Hallström"), "the other sees who is here");
  expect(names()).not.toContain("Somebody Else");

  const mine = writeParagraph(one.doc, "Written by one. ");
  writeParagraph(other.doc, "Written by the other. ");
  for (const letter of "And then, letter by letter.") mine.insert(mine.length, letter);
  await until(
    () => assessment(one) === assessment(other) && assessment(one).includes("by the other"),
    "they agree",
  );
  const written = savedOf(one);
  mine.delete(0, 8);
  await until(() => savedOf(one) > written, "the deletion is saved");
  const acknowledged = assessment(one);
  await kill();

  // While nobody answers they write on.
  mine.insert(mine.length, " While the server was away.");
  running = await startProcess();
  await until(() => assessment(other).includes("While the server was away."), "it comes back to the other");
  expect(assessment(other)).toBe(assessment(one));
  expect(assessment(one).replace(" While the server was away.", "")).toBe(acknowledged);
  const late = stockClient(await person("referrer"), oncology, "opinion");
  await until(() => late.provider.synced, "somebody comes later");
  expect(assessment(late)).toBe(assessment(one));
  for (const client of [one, other, late]) client.stop();
}, 90_000);

import { createSeededRandom } from "@consilium/foundation";
import { encodeChanged, encodePlaces } from "@consilium/workspace";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { LocalDocument } from "./local-document.ts";
import { FakeServer } from "./testing/fake-server.ts";
import { WireLine } from "./testing/wire-line.ts";
import { breathe, documentName, useTestTimers } from "./testing/world.ts";
import { createWorkspaceClient, type WorkspaceClient } from "./workspace-client.ts";

let server: FakeServer;
let indexedDB: IDBFactory;
const tabs: { readonly client: WorkspaceClient; readonly line: WireLine }[] = [];
beforeEach(() => {
  useTestTimers();
  server = new FakeServer();
  indexedDB = new IDBFactory();
});
afterEach(() => {
  for (const { client } of tabs.splice(0)) client.close();
  vi.useRealTimers();
});

function openTab() {
  const line = new WireLine(server);
  const client = createWorkspaceClient({
    caseId: "case",
    seatId: "seat",
    personId: "person",
    origin: "https://consilium.test",
    dial: line.dial,
    indexedDB,
    locks: navigator.locks,
    fetchKey: () => Promise.resolve({ key: btoa("k".repeat(32)), device: "laptop" }),
    fetchKeyOf: () => Promise.resolve(undefined),
    clock: () => new Date(),
    random: createSeededRandom(tabs.length + 1),
    fault: (_, cause) => expect.fail(String(cause)),
  });
  tabs.push({ client, line });
  return { client, line };
}

async function settle(commit = true): Promise<void> {
  for (let still = 0; still < 4;) {
    let moved = false;
    for (const { line } of tabs) while (line.deliverUp() || line.deliverDown()) moved = true;
    if (commit) for (const stored of server.documents.values()) while (server.commitOne(stored)) moved = true;
    await breathe(8);
    still = moved ? 0 : still + 1;
  }
}

function open(client: WorkspaceClient, name = documentName) {
  const opened = client.open(name);
  if (!opened) throw new Error("there is such a document");
  return opened;
}

function docOf(document: LocalDocument): Y.Doc {
  const snapshot = document.snapshot.getSnapshot();
  if (snapshot.phase !== "open") throw new Error(`it is ${snapshot.phase}`);
  return snapshot.doc;
}

const write = (document: LocalDocument): void =>
  docOf(document)
    .getXmlFragment("s.summary")
    .insert(0, [new Y.XmlElement("paragraph")]);
const committed = (): number => server.document(documentName).committed.getXmlFragment("s.summary").length;

test("many documents over one socket; the same name is the same document; an unknown name is none", async () => {
  const { client, line } = openTab();
  const [one, again, other] = [open(client), open(client), open(client, "story")];
  await settle();
  expect(again.document).toBe(one.document);
  expect(docOf(other.document)).not.toBe(docOf(one.document));
  expect(client.open("nonsense")).toBeUndefined();
  expect(line.dialled).toBe(1);
  expect(client.connection.getSnapshot()).toEqual({ phase: "open" });
});

test("a document is let go with its last holder, but not before it is saved", async () => {
  const { client } = openTab();
  const [one, two] = [open(client), open(client)];
  await settle();
  one.release();
  one.release();
  expect(one.document.snapshot.getSnapshot().phase).toBe("open");
  write(two.document);
  two.release();
  expect(two.document.snapshot.getSnapshot().phase).toBe("open");
  await settle();
  expect(committed()).toBe(1);
  expect(two.document.snapshot.getSnapshot().phase).toBe("ended");
  expect(open(client).document).not.toBe(one.document);
});

test("[SY-7] a page that is loaded again brings what it had not saved", async () => {
  const before = openTab();
  const { document } = open(before.client);
  await settle();
  before.line.reachable = false;
  before.line.cut();
  write(document);
  await settle();
  before.client.close();
  await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
  const after = openTab();
  const again = open(after.client).document;
  await vi.waitFor(async () => {
    await settle();
    expect(committed()).toBe(1);
  });
  expect(again.snapshot.getSnapshot().status.state).toBe("saved");
});

test("[SY-25] signing out drops the documents, and leaves nothing for the next account", async () => {
  const { client, line } = openTab();
  const { document } = open(client);
  await settle();
  line.reachable = false;
  line.cut();
  write(document);
  await settle();
  await client.forget();
  expect(document.snapshot.getSnapshot().phase).toBe("ended");
  expect(client.connection.getSnapshot().phase).toBe("ended");
  await settle();
  open(openTab().client);
  await settle();
  expect(committed()).toBe(0);
});

test("what changed in the case, and who is where, is told on", async () => {
  const { client } = openTab();
  await settle();
  const heard: unknown[] = [];
  const stop = client.onChanged((what) => void heard.push(what));
  const what = { documents: ["story"], seats: true, case: false };
  const others = [{ seat: "other", name: "Ben Example", at: { target: "story" } }];
  for (const end of server.ends) {
    end.send(encodeChanged(what));
    end.send(encodePlaces(others));
  }
  await settle();
  stop();
  expect(heard).toEqual([what]);
  expect(client.presence.getSnapshot()).toEqual(others);
});

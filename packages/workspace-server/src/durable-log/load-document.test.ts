import { contentOf } from "@consilium/workspace/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createContent } from "../admission/admitted-content.ts";
import { createAppClient } from "../testing/app-client.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { breathe, opinionDocument } from "../testing/test-ports.ts";
import { createWorkspaceServer } from "../workspace-server.ts";
import { createMemoryLog } from "./memory-log.ts";

test("[SY-5] a document that cannot be read is not served, and comes back when it can be", async () => {
  let broken = true;
  const memory = createMemoryLog();
  const log = {
    ...memory,
    load: (...which: Parameters<typeof memory.load>) =>
      broken ? Promise.reject(new Error("no database")) : memory.load(...which),
  };
  const { ada, ports } = openServer(log);
  await exchange(ada);
  expect(ada.closedWith).toEqual([4503]);
  expect(ports.incidents).toContainEqual(expect.objectContaining({ kind: "failed", what: "load" }));
  broken = false;
  ada.connect();
  write(ada, "kept");
  await exchange(ada);
  expect(ada.saved()).toBe(true);
});

test("[SY-5] no snapshot holds what a failed commit took back", async () => {
  const { log, held } = createHeldLog();
  const { ada, ben } = openServer(log, { flow: { snapshotRows: 1 } });
  await exchange(ada, ben);
  write(ada, "committed");
  await exchange(ada, ben);
  write(ben, "refused by the database");
  await exchange(ada, ben);
  held.shift()?.(); // The first is in the log while the second waits: no moment for a snapshot.
  await breathe();
  log.misfortunes.push("failed");
  const { snapshot, updates } = log.ledger(opinionDocument);
  expect([snapshot, updates.length]).toEqual([undefined, 1]);
  held.shift()?.();
  await exchange(ada, ben);
  held.splice(0).forEach((answer) => answer());
  await exchange(ada, ben);
  expect(new Set(contentAfterSnapshot(log))).toEqual(new Set(["refused by the database", "committed"]));
});

function contentAfterSnapshot(log: ReturnType<typeof createMemoryLog>): readonly string[] {
  const { snapshot, updates } = log.ledger(opinionDocument);
  const doc = createContent();
  if (!snapshot) throw new Error("one was due");
  Y.applyUpdate(doc, snapshot.content);
  for (const { bytes } of updates.slice(snapshot.sequence)) Y.applyUpdate(doc, bytes);
  return read({ doc });
}

test("[SY-5] [SY-6] a load from snapshot and tail is the same as one from all rows", async () => {
  const { log, ports, ada, ben } = openServer(createMemoryLog(), { flow: { snapshotRows: 3 } });
  await exchange(ada, ben);
  for (const words of ["a", "b", "c", "d", "e"]) {
    write(ada, words);
    await exchange(ada, ben);
  }
  expect(log.ledger(opinionDocument).snapshot?.sequence).toBe(3);
  const cy = createAppClient(createWorkspaceServer(ports), "cy");
  cy.connect();
  await exchange(cy);
  expect(contentOf(cy.doc)).toBe(contentOf(ada.doc));
  expect(cy.terms()?.sequence).toBe(5);
});

test("[SY-4] after a throw-away readers hear what another process has swallowed into a snapshot", async () => {
  const { log, ports, ada, ben } = openServer();
  await exchange(ada, ben);
  const other = createWorkspaceServer({ ...ports, flow: { snapshotRows: 1 } });
  const cy = createAppClient(other, "cy");
  cy.connect();
  await exchange(cy);
  write(cy, "from the other process");
  await exchange(cy);
  expect(log.ledger(opinionDocument).snapshot?.sequence).toBe(1);
  log.misfortunes.push("failed");
  write(ada, "from here");
  await exchange(ada, ben);
  expect(new Set(read(ben))).toEqual(new Set(["from the other process", "from here"]));
});

test("[SY-34] a document without sessions leaves memory, and opening it again costs snapshot and tail", async () => {
  const { log, server, ada, ben } = openServer(createMemoryLog(), { flow: { snapshotRowsIdle: 1 } });
  await exchange(ada, ben);
  write(ada, "kept");
  await exchange(ada, ben);
  server.beat();
  expect(log.ledger(opinionDocument).snapshot).toBeUndefined(); // Somebody is here.
  ada.cut();
  ben.cut();
  server.beat();
  expect(log.ledger(opinionDocument).snapshot?.sequence).toBe(1);
  ben.connect();
  await exchange(ben);
  expect([read(ben), ben.saved()]).toEqual([["kept"], true]);
});

test("[SY-34] one with a queue stays, although everybody left", async () => {
  const { log, held } = createHeldLog();
  const { server, ada, ben } = openServer(log);
  await exchange(ada, ben);
  write(ada, "on its way");
  await exchange(ada, ben);
  ada.cut();
  ben.cut();
  server.beat();
  ben.connect();
  await exchange(ben);
  held.shift()?.();
  await exchange(ben);
  expect([read(ben), ben.closedWith]).toEqual([["on its way"], []]);
});

test("[SY-33] a hint brings what another process committed; without one the next look does", async () => {
  const { log, ports, server, ada, ben } = openServer();
  const other = createWorkspaceServer(ports);
  const cy = createAppClient(other, "cy");
  cy.connect();
  await exchange(ada, ben, cy);
  write(ada, "first");
  await exchange(ada);
  await other.heard(opinionDocument, log.ledger(opinionDocument).updates.length);
  await exchange(cy);
  expect(read(cy)).toEqual(["first"]);
  write(cy, "second");
  await exchange(cy);
  await server.lookAgain();
  await exchange(ada, ben);
  expect([read(ada), read(ben)]).toEqual([
    ["second", "first"],
    ["second", "first"],
  ]);
});

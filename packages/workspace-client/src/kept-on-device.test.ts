import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { DocumentOutbox } from "./outbox/outbox.ts";
import { FakeServer } from "./testing/fake-server.ts";
import { createMemoryOutbox } from "./testing/memory-outbox.ts";
import { breathe, closePages, openPage, openSnapshot, settle, useTestTimers } from "./testing/world.ts";

beforeEach(useTestTimers);
afterEach(closePages);

test("[SY-3] [SY-7] a change counts as kept on this device once it is in its store, and not before", async () => {
  const memory = createMemoryOutbox(new Map());
  const unstored: (() => void)[] = [];
  const outbox: DocumentOutbox = {
    ...memory,
    keep: (frame) =>
      new Promise<void>((resolve) => void unstored.push(resolve)).then(() => memory.keep(frame)),
    unstored: () => unstored.length,
    isRefusing: () => false,
  };
  const server = new FakeServer();
  const page = openPage(server, { outbox });
  await settle(server, [page]);
  page.line.reachable = false;
  page.line.cut();
  const summary = openSnapshot(page).doc.getXmlFragment("s.summary");
  for (let change = 0; change < 2; change += 1) summary.push([new Y.XmlElement("paragraph")]);
  expect(page.document.snapshot.getSnapshot().status).toEqual({ state: "saving" });
  unstored.shift()?.();
  await breathe();
  expect(page.document.snapshot.getSnapshot().status).toEqual({ state: "kept", count: 1 });
  unstored.shift()?.();
  await breathe();
  expect(page.document.snapshot.getSnapshot().status).toEqual({ state: "kept", count: 2 });
});

test("[SY-3] where this device's store takes nothing the changes are said to be only on the page, until they are saved", async () => {
  let unstored = 0;
  const outbox: DocumentOutbox = {
    ...createMemoryOutbox(new Map()),
    keep: () => Promise.resolve(void (unstored += 1)),
    unstored: () => unstored,
    isRefusing: () => true,
    forget: (frames) => void (unstored -= frames.length),
  };
  const server = new FakeServer();
  const page = openPage(server, { outbox });
  await settle(server, [page]);
  page.line.reachable = false;
  page.line.cut();
  openSnapshot(page)
    .doc.getXmlFragment("s.summary")
    .push([new Y.XmlElement("paragraph")]);
  await breathe();
  expect(page.document.snapshot.getSnapshot().status).toEqual({ state: "in-memory", count: 1 });
  expect(page.document.unstored).toBe(1);
  page.line.reachable = true;
  page.connection.retryNow();
  await vi.advanceTimersByTimeAsync(5_000);
  await settle(server, [page]);
  expect(page.document.snapshot.getSnapshot().status).toMatchObject({ state: "saved" });
  expect(page.document.unstored).toBe(0);
});

import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { FakeServer } from "./testing/fake-server.ts";
import { closePages, documentName, openPage, openSnapshot, settle, useTestTimers } from "./testing/world.ts";

afterEach(closePages);

test("[SY-11] [SY-14] opened anew after that it stays open: one refusal costs one id", async () => {
  useTestTimers();
  const server = new FakeServer();
  const page = openPage(server);
  await settle(server, [page]);
  const stored = server.document(documentName);
  stored.fate = { fate: "late", reason: "signed" };
  stored.readOnly = "signed";
  openSnapshot(page)
    .doc.getXmlFragment("s.summary")
    .insert(0, [new Y.XmlElement("paragraph")]);
  await settle(server, [page]);
  const { doc } = openSnapshot(page);
  for (let waits = 0; waits < 3; waits += 1) {
    vi.advanceTimersByTime(11_000);
    await settle(server, [page]);
  }
  expect(openSnapshot(page).doc).toBe(doc);
  expect(server.nextClientId).toBe(doc.clientID);
});

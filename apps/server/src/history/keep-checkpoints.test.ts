import { createDocument, createDocumentLog, documentId, readCheckpoint } from "@consilium/database";
import { encodeCheckpoint, replay, replayFromCheckpoint } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { keepCheckpoints, rowsBetweenCheckpoints } from "./keep-checkpoints.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";
import { readLogRows } from "./read-log-rows.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const whole = Number.MAX_SAFE_INTEGER;

const rowOf = (bytes: Uint8Array) => {
  const { from, to } = Y.parseUpdateMeta(bytes);
  const clocks = [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }));
  return { bytes, seat: "seat", person: "person", clocks, at: new Date(0) };
};

/** An opinion of so many rows, a letter each, every fifth of them taken back. */
async function writeOpinion(id: string, rows: number): Promise<DocumentId> {
  const { open, keys } = server;
  const document = documentId(oncology, `opinion.${id}`);
  await createDocument(open.database, { document });
  const doc = new Y.Doc();
  doc.clientID = 4_711;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void updates.push(update));
  const text = new Y.XmlText("x");
  doc.getXmlFragment("s.summary").insert(0, [text]);
  while (updates.length < rows)
    if (updates.length % 5 === 4) text.delete(0, 1);
    else text.insert(text.length, "a");
  const log = createDocumentLog({ open, keys });
  const [result] = await log.append([{ document, epoch: 1, authority: 1, rows: updates.map(rowOf) }]);
  expect(result).toMatchObject({ outcome: "ok" });
  return document;
}

test("[SY-8] a checkpoint that is made beside the writing is what a replay of all rows gives, and goes on from the last one", async () => {
  const { open, keys } = server;
  const services = { open, keys, now: () => new Date() };
  const document = await writeOpinion("01ARZ3NDEKTSV4RRFFQ69G5FAV", rowsBetweenCheckpoints + 100);
  const faults: unknown[] = [];
  const keeper = keepCheckpoints(
    (due) => makeCheckpoint(services, due),
    (cause) => faults.push(cause),
  );
  keeper.committed(document, rowsBetweenCheckpoints - 1);
  await keeper.close();
  expect(await readCheckpoint(open.pool, keys, document, whole)).toBeUndefined();
  const again = keepCheckpoints(
    (due) => makeCheckpoint(services, due),
    (cause) => faults.push(cause),
  );
  again.committed(document, rowsBetweenCheckpoints - 1);
  again.committed(document, rowsBetweenCheckpoints + 100);
  await again.close();
  const stored = await readCheckpoint(open.pool, keys, document, whole);
  expect([stored?.sequence, faults]).toEqual([rowsBetweenCheckpoints + 100, []]);
  const replayed = replay([]);
  for await (const rows of readLogRows(services, document, 0)) for (const row of rows) replayed.advance(row);
  expect(stored && Buffer.from(stored.content).equals(encodeCheckpoint(replayed))).toBe(true);
  // Once more, from the stored one: nothing is new, and it stays as it is.
  await makeCheckpoint(services, document);
  expect(replayFromCheckpoint(stored?.content ?? new Uint8Array())?.sequence()).toBe(stored?.sequence);
});

test("of a story no checkpoint is made, and one that fails is told and keeps nothing from the next", async () => {
  const made: DocumentId[] = [];
  const faults: unknown[] = [];
  const keeper = keepCheckpoints(
    (document) => {
      made.push(document);
      return document.endsWith("V") ? Promise.reject(new Error("no room")) : Promise.resolve();
    },
    (cause) => faults.push(cause),
  );
  const opinions = ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAW"].map((id) =>
    documentId(oncology, `opinion.${id}`),
  );
  for (const document of [documentId(oncology, "story"), ...opinions]) {
    keeper.committed(document, 1);
    keeper.committed(document, rowsBetweenCheckpoints);
  }
  await new Promise((resolve) => void setTimeout(resolve, 10));
  await keeper.close();
  expect(made).toEqual(opinions);
  expect(faults).toHaveLength(1);
});

import { expect, test } from "vitest";
import * as Y from "yjs";
import { createMemoryLog } from "../durable-log/memory-log.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import { breathe, caseId, mayNoMore, opinionDocument, type TestPorts } from "../testing/test-ports.ts";

async function sign({ log, seats }: TestPorts): Promise<void> {
  for (const person of ["ada", "ben", "cy"]) seats.set(person, mayNoMore);
  const { updates } = log.ledger(opinionDocument);
  const inputs = [{ document: opinionDocument, sequence: updates.length }];
  const frozen = await log.freeze({
    document: opinionDocument,
    inputs,
    digest: "0".repeat(64),
    at: new Date(0),
  });
  expect(frozen.outcome).toBe("frozen");
}

const lateTexts = ({ log }: TestPorts, person: string): readonly string[] => {
  const doc = new Y.Doc();
  const { updates, lateDrafts } = log.ledger(opinionDocument);
  for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  for (const draft of lateDrafts) if (draft.person === person) Y.applyUpdate(doc, draft.bytes);
  return read({ doc });
};

test("[SY-22] an edit that waits while the opinion is signed becomes its author's late draft", async () => {
  const { log, held } = createHeldLog();
  const { ports, server, ada, ben } = openServer(log);
  await exchange(ada, ben);
  write(ada, "a second too late");
  await exchange(ada, ben);
  await sign(ports);
  for (let turn = 0; turn < 4; turn += 1) {
    held.splice(0).forEach((answer) => answer());
    await exchange(ada, ben);
  }
  await server.lookAgain(caseId);
  expect([read(ben), log.ledger(opinionDocument).updates.length]).toEqual([[], 0]);
  expect(lateTexts(ports, "ada")).toEqual(["a second too late"]);
  expect([ada.saved(), ada.keptLate(), ada.closedWith]).toEqual([false, true, []]);
  expect(ada.refusals.at(-1)).toMatchObject({ fate: "late", reason: "signed" });
  expect(ada.terms()).toMatchObject({ mayWrite: false, reason: "signed", epoch: 2 });
});

test("[SY-22] who was offline at the signing is asked afterwards, and what it adds is its late draft", async () => {
  const { ports, server, ada, ben } = openServer();
  await exchange(ada, ben);
  ada.cut();
  write(ada, "written on the train");
  await sign(ports);
  await server.lookAgain(caseId);
  ada.connect();
  await exchange(ada, ben);
  expect([lateTexts(ports, "ada"), ada.keptLate(), read(ben)]).toEqual([["written on the train"], true, []]);
});

test("[SY-14] what is typed behind a late frame is kept as well, and counted", async () => {
  const { ports, server, ada, ben } = openServer();
  await exchange(ada, ben);
  await sign(ports);
  await server.lookAgain(caseId);
  write(ada, "first");
  write(ada, "second");
  while (ada.deliverUp());
  write(ada, "third, on top of the second");
  await exchange(ada, ben);
  expect(lateTexts(ports, "ada")).toEqual(["third, on top of the second", "second", "first"]);
  expect(ada.keptLate()).toBe(true);
});

test("[SY-22] who has nothing to add after the signing is saved, and leaves no late draft", async () => {
  const { ports, server, log, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "in time");
  ada.doc.getXmlFragment("s.summary").delete(0, 1);
  await exchange(ada, ben);
  await sign(ports);
  await server.lookAgain(caseId);
  await exchange(ada, ben);
  ada.cut();
  ada.connect();
  await exchange(ada, ben);
  expect([ada.saved(), ben.saved(), log.ledger(opinionDocument).lateDrafts]).toEqual([true, true, []]);
});

test("[SY-14] [SY-16] a stock client's late work is kept, and then its door closes with 4410", async () => {
  const { ports, server } = openServer();
  const cy = createStockClient(server, "cy", 3);
  cy.connect();
  await exchange(cy);
  cy.cut();
  write(cy, "offline");
  await sign(ports);
  cy.connect();
  await exchange(cy);
  expect([lateTexts(ports, "cy"), cy.closedWith]).toEqual([["offline"], [4410]]);
});

test("[SY-14] a late draft that cannot be stored is not called kept", async () => {
  const memory = createMemoryLog();
  const log = { ...memory, storeLateDrafts: () => Promise.resolve("failed" as const) };
  const { ports, ada, ben } = openServer(log);
  await exchange(ada, ben);
  ada.cut();
  write(ada, "written on the train");
  await sign(ports);
  ada.connect();
  await exchange(ada, ben);
  expect([ada.keptLate(), ada.closedWith]).toEqual([false, [4503]]);
});

test("[SY-22] a signature over what has moved is refused, and nothing is frozen", async () => {
  const { ports, log, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "changed since you looked");
  await exchange(ada, ben);
  const inputs = [{ document: opinionDocument, sequence: 0 }];
  const result = await log.freeze({ document: opinionDocument, inputs, digest: "", at: ports.now() });
  expect(result).toEqual({ outcome: "moved", documents: [opinionDocument] });
  write(ada, "still open");
  await exchange(ada, ben);
  await breathe();
  expect(ada.saved()).toBe(true);
});

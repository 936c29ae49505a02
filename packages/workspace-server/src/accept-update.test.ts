import { encodeStepTwo } from "@consilium/workspace";
import { expect, test } from "vitest";
import { createAppClient } from "./testing/app-client.ts";
import { exchange, read, write } from "./testing/exchange.ts";
import { createHeldLog, openServer } from "./testing/open-server.ts";
import { createStockClient } from "./testing/stock-client.ts";
import { breathe, mayRead, opinionDocument } from "./testing/test-ports.ts";
import { createWorkspaceServer } from "./workspace-server.ts";

test("[SY-1] nobody hears of an edit before it is committed", async () => {
  const { log, held } = createHeldLog();
  const { ada, ben } = openServer(log);
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  expect([read(ben), ada.saved()]).toEqual([[], false]);
  held.shift()?.();
  await exchange(ada, ben);
  expect([read(ben), ada.saved()]).toEqual([["benign"], true]);
});

test("[SY-1] who joins while an edit is being committed hears of it afterwards, and not before", async () => {
  const { log, held } = createHeldLog();
  const { server, ada } = openServer(log);
  await exchange(ada);
  write(ada, "benign");
  await exchange(ada);
  const cy = createStockClient(server, "cy", 3);
  cy.connect();
  await exchange(cy);
  expect(read(cy)).toEqual([]);
  held.shift()?.();
  await exchange(cy);
  expect(read(cy)).toEqual(["benign"]);
});

test("[SY-3] a deletion is acknowledged like an insertion", async () => {
  const { log, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  ada.doc.getXmlFragment("s.summary").delete(0, 1);
  expect(ada.saved()).toBe(false);
  await exchange(ada, ben);
  expect([ada.saved(), read(ben), log.ledger(opinionDocument).updates.length]).toEqual([true, [], 2]);
});

test("[SY-4] a failed commit: nothing is acknowledged, it is held, and it comes back by itself", async () => {
  const { log, ada, ben } = openServer();
  await exchange(ada, ben);
  log.misfortunes.push("failed");
  write(ada, "benign");
  while (ada.deliverUp());
  await breathe();
  expect(ada.saved()).toBe(false);
  await exchange(ada, ben);
  expect([read(ben), ada.saved(), log.ledger(opinionDocument).updates.length]).toEqual([["benign"], true, 1]);
  expect(ada.refusals).toEqual([expect.objectContaining({ fate: "hold", reason: "log-unavailable" })]);
});

test("[SY-4] a commit whose answer is lost is logged once, and everybody hears of it", async () => {
  const { log, ada, ben } = openServer();
  await exchange(ada, ben);
  log.misfortunes.push("lost-answer");
  write(ada, "benign");
  await exchange(ada, ben);
  expect([read(ben), ada.saved(), log.ledger(opinionDocument).updates.length]).toEqual([["benign"], true, 1]);
});

test("[SY-4] a queue that the log does not take closes its sessions with 4503", async () => {
  const { log } = createHeldLog();
  const { ada, ben } = openServer(log, { flow: { queueRows: 3 } });
  await exchange(ada, ben);
  for (const words of ["a", "b", "c", "d", "e"]) write(ada, words);
  await exchange(ada, ben);
  expect([ada.closedWith, ben.closedWith]).toEqual([[4503], [4503]]);
});

test("[SY-4] so does one of too many bytes", async () => {
  const { log } = createHeldLog();
  const { ada } = openServer(log, { flow: { queueBytes: 1000 } });
  await exchange(ada);
  write(ada, "x".repeat(1200));
  write(ada, "y");
  await exchange(ada);
  expect(ada.closedWith).toEqual([4503]);
});

test("[SY-6] what an up-to-date client repeats at a reconnect is acknowledged and not logged", async () => {
  const { log, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "benign");
  ada.doc.getXmlFragment("s.summary").delete(0, 1);
  await exchange(ada, ben);
  const rows = log.ledger(opinionDocument).updates.length;
  ben.cut();
  ben.connect();
  await exchange(ada, ben);
  expect([ben.saved(), log.ledger(opinionDocument).updates.length]).toEqual([true, rows]);
});

test("[SY-6] a repeated deletion is saved only when the first one is committed", async () => {
  const { log, held } = createHeldLog();
  const { ada, ben } = openServer(log);
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  held.shift()?.();
  await exchange(ada, ben);
  for (const client of [ada, ben]) client.doc.getXmlFragment("s.summary").delete(0, 1);
  await exchange(ada, ben);
  expect([ada.saved(), ben.saved()]).toEqual([false, false]);
  held.shift()?.();
  await exchange(ada, ben);
  expect([ada.saved(), ben.saved(), log.ledger(opinionDocument).updates.length]).toEqual([true, true, 2]);
});

test("[SY-11] a second person cannot write under the first one's id", async () => {
  const { server, ports, ada } = openServer();
  await exchange(ada);
  write(ada, "mine");
  await exchange(ada);
  const eve = createStockClient(server, "eve", ada.doc.clientID);
  eve.connect();
  write(eve, "forged");
  await exchange(eve);
  write(eve, "forged");
  await exchange(eve);
  expect(eve.closedWith).toEqual([4409]);
  expect(read(ada)).toEqual(["mine"]);
  expect(ports.booked.refusals.map(({ reason, count }) => [reason, count])).toEqual([["foreign-client", 1]]);
});

test("[SY-12] a client that changed the process brings what the other one committed, and is not accused", async () => {
  const { ports, server, ada, ben } = openServer();
  const other = createWorkspaceServer(ports);
  const cy = createStockClient(other, "cy", 3);
  cy.connect();
  await exchange(ada, ben, cy);
  write(ada, "from ada");
  await exchange(ada, ben);
  ben.cut();
  ben.connect(other);
  write(ben, "from ben");
  await exchange(ben, cy);
  expect([ben.closedWith, ben.saved(), read(cy)]).toEqual([[], true, ["from ben", "from ada"]]);
  await server.lookAgain();
  await exchange(ada);
  expect(read(ada)).toEqual(["from ben", "from ada"]);
});

test("[SY-12] an edit on text that is missing here is asked for again, and nothing of it is lost", async () => {
  const { ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "first");
  const first = ada.takeBack();
  write(ada, "second");
  ada.say(first); // Behind the one that builds on it.
  await exchange(ada, ben);
  expect([read(ben), ada.saved()]).toEqual([["second", "first"], true]);
});

test("[SY-12] three answers in a row with a gap close with 4409", async () => {
  const { server } = openServer();
  const eve = createStockClient(server, "eve", 9);
  eve.connect();
  await exchange(eve);
  const deletesTheUnwritten = encodeStepTwo(Uint8Array.of(0, 1, 42, 1, 99, 5));
  for (let time = 0; time < 3; time += 1) {
    eve.say(deletesTheUnwritten);
    eve.deliverUp();
    await breathe();
  }
  expect(eve.closedWith).toEqual([4409]);
});

test("a read-only session's write messages are dropped and counted, not punished", async () => {
  const { ports, server, ada, log } = openServer();
  ports.seats.set("rea", mayRead);
  const rea = createAppClient(server, "rea");
  rea.connect();
  await exchange(ada, rea);
  write(rea, "not mine to write");
  await exchange(ada, rea);
  expect([rea.closedWith, rea.saved(), log.ledger(opinionDocument).updates]).toEqual([[], false, []]);
  rea.cut();
  expect(ports.booked.refusals).toMatchObject([{ person: "rea", reason: "read-only", count: 1 }]);
});

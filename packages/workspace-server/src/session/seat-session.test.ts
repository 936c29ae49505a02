import { writeSchema } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createAppClient } from "../testing/app-client.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import {
  breathe,
  caseId,
  mayRead,
  mayWrite,
  noRight,
  opinionDocument,
  visitorNamed,
} from "../testing/test-ports.ts";

test("[SY-20] a revoked person's waiting edit is never committed, and the channel closes with 4403", async () => {
  const { log, held } = createHeldLog();
  const { ports, server, ada, ben } = openServer(log);
  await exchange(ada, ben);
  write(ada, "too late");
  await exchange(ada, ben);
  ports.seats.set("ada", noRight);
  log.ledger(opinionDocument).authority += 1;
  held.shift()?.();
  await breathe();
  await server.lookAgain(caseId);
  await exchange(ada, ben);
  expect(ada.closedWith).toEqual([4403]);
  expect([log.ledger(opinionDocument).updates.length, read(ben)]).toEqual([0, []]);
});

test("[SY-20] what is written after the revocation does not reach whoever was revoked", async () => {
  const { ports, server, log, ada, ben } = openServer();
  await exchange(ada, ben);
  ports.seats.set("ben", noRight);
  log.ledger(opinionDocument).authority += 1;
  write(ada, "not for ben");
  while (ada.deliverUp());
  await server.lookAgain(caseId);
  await exchange(ada, ben);
  expect([ben.closedWith, read(ben), read(ada)]).toEqual([[4403], [], ["not for ben"]]);
});

test("[SY-20] rights that end without a command are asked again at their end", async () => {
  const { ports, server } = openServer();
  const guest = createAppClient(server, "guest");
  ports.seats.set("guest", { ...mayWrite, until: new Date(ports.time.now + 1000) });
  guest.connect();
  await exchange(guest);
  ports.time.now += 1000;
  ports.seats.set("guest", { mayRead: false, reason: "seat-ended" });
  server.second();
  await exchange(guest);
  expect(guest.closedWith).toEqual([4403]);
});

test("[SY-20] nothing of a seat is taken between its end and the answer about it", async () => {
  const { ports, server, log } = openServer();
  const guest = createAppClient(server, "guest");
  ports.seats.set("guest", { ...mayWrite, until: new Date(ports.time.now + 1000) });
  guest.connect();
  await exchange(guest);
  ports.time.now += 1000;
  write(guest, "a second too late");
  await exchange(guest);
  expect(log.ledger(opinionDocument).updates).toEqual([]);
});

test("a signed-in session that ends closes its sockets with 4401, on both doors", async () => {
  const { server, ada, ben } = openServer();
  const stock = createStockClient(server, "ada", 7);
  stock.connect();
  await exchange(ada, ben, stock);
  server.endSession("session of ada");
  await exchange(ada, ben, stock);
  expect([ada.closedWith, stock.closedWith, ben.closedWith]).toEqual([[4401], [4401], []]);
});

test("so does one that expires", async () => {
  const { ports, server, ben } = openServer();
  const visitor = visitorNamed("cy", { expires: new Date(ports.time.now + 5000) });
  const stock = createStockClient(server, "cy", 7, true, { visitor });
  stock.connect();
  await exchange(stock, ben);
  ports.time.now += 5000;
  server.second();
  expect([stock.closedWith, ben.closedWith]).toEqual([[4401], []]);
});

test("[SY-16] no right, no such document, no answer about rights: 4403, 4404, 4503, and no document is made", async () => {
  const { ports, server, log } = openServer();
  ports.seats.set("eve", noRight);
  const layer = "layer.01ARZ3NDEKTSV4RRFFQ69G5FAV.story.private";
  const stranger = createStockClient(server, "eve", 7, true, { name: layer });
  const lost = createStockClient(server, "ada", 8, true, { name: "opinion.nothing" });
  for (const client of [stranger, lost]) client.connect();
  await exchange(stranger, lost);
  expect([stranger.closedWith, lost.closedWith]).toEqual([[4403], [4404]]);
  expect((await log.heads([`${caseId}/${layer}`])).size).toBe(0);
  const unknown = createStockClient(server, "ada", 8, true, { name: "story" });
  ports.rights.onDocument = () => Promise.reject(new Error("no database"));
  unknown.connect();
  await exchange(unknown);
  expect(unknown.closedWith).toEqual([4503]);
});

test("the alias `opinion` opens the lead opinion, on both doors", async () => {
  const { server, ada } = openServer();
  const app = createAppClient(server, "cy", { name: "opinion" });
  const stock = createStockClient(server, "dee", 7, true, { name: "opinion" });
  for (const client of [app, stock]) client.connect();
  await exchange(ada, app, stock);
  write(ada, "benign");
  await exchange(ada, app, stock);
  expect([read(app), read(stock)]).toEqual([["benign"], ["benign"]]);
});

test("whoever may not write is told so, and why; and again when that changes", async () => {
  const { ports, server, log, ada } = openServer();
  ports.seats.set("cy", mayRead);
  const cy = createAppClient(server, "cy");
  cy.connect();
  await exchange(ada, cy);
  expect(cy.terms()).toMatchObject({ mayWrite: false, reason: "no-right" });
  ports.seats.set("cy", mayWrite);
  log.ledger(opinionDocument).authority += 1;
  await server.lookAgain(caseId);
  await exchange(ada, cy);
  expect(cy.terms()).toMatchObject({ mayWrite: true });
  write(cy, "now");
  await exchange(ada, cy);
  expect([cy.saved(), read(ada)]).toEqual([true, ["now"]]);
});

function seedOfSchema(schema: number): Uint8Array {
  const doc = new Y.Doc();
  writeSchema(doc, schema);
  return Y.encodeStateAsUpdate(doc);
}

test("[SY-23] an app below the document's schema reads, and nothing of it is taken", async () => {
  const { ports, server } = openServer();
  const at = new Date(ports.time.now);
  const name = "story";
  await server.seed(`${caseId}/${name}`, [{ bytes: seedOfSchema(2), seat: "s", person: "p", at }]);
  const old = createAppClient(server, "cy", { name, schema: 1 });
  const stock = createStockClient(server, "dee", 5, true, { name });
  const young = createAppClient(server, "eva", { name, schema: 2 });
  for (const client of [old, stock, young]) client.connect();
  await exchange(old, stock, young);
  expect(old.terms()).toMatchObject({ mayWrite: false, reason: "schema-too-old", schema: 2 });
  expect(young.terms()).toMatchObject({ mayWrite: true, schema: 2 });
  for (const client of [old, stock])
    client.doc.getXmlFragment("s.goals").insert(0, [new Y.XmlElement("paragraph")]);
  await exchange(old, stock, young);
  expect(young.doc.getXmlFragment("s.goals").length).toBe(0);
  expect([old.closedWith, stock.closedWith]).toEqual([[], []]);
});

import { expect, test } from "vitest";
import { createAppClient } from "../testing/app-client.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import { breathe, opinionDocument } from "../testing/test-ports.ts";

test("reading is booked before the first byte leaves, and a reading that cannot be booked does not happen", async () => {
  const { server, ports, ada } = openServer();
  await exchange(ada);
  write(ada, "benign");
  await exchange(ada);
  const waiting: (() => void)[] = [];
  ports.books.read = () => new Promise<void>((resolve) => waiting.push(resolve));
  const cy = createStockClient(server, "cy", 3);
  cy.connect();
  await exchange(cy);
  expect(read(cy)).toEqual([]);
  waiting.shift()?.();
  await exchange(cy);
  expect(read(cy)).toEqual(["benign"]);
  ports.books.read = () => Promise.reject(new Error("the audit is full"));
  const dee = createAppClient(server, "dee");
  dee.connect();
  await exchange(dee);
  expect([read(dee), dee.closedWith]).toEqual([[], [4503]]);
});

test("one row at the beginning, one a minute, one at the end: who received which sequences", async () => {
  const { ports, server, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "first");
  await exchange(ada, ben);
  ports.time.now += 60_000;
  server.second();
  write(ada, "second");
  await exchange(ada, ben);
  ben.cut();
  const ofBen = ports.booked.reads.filter(({ person }) => person === "ben");
  expect(ofBen.map(({ part, from, to }) => [part, from, to])).toEqual([
    ["first", 0, 0],
    ["minute", 0, 1],
    ["end", 2, 2],
  ]);
  expect(ofBen.every(({ document, seat }) => document === opinionDocument && seat === "seat of ben")).toBe(
    true,
  );
  expect(ofBen[2]?.bytes).toBeGreaterThan(0);
});

test("writing is one row a session, document and minute", async () => {
  const { ports, server, ada, ben } = openServer();
  await exchange(ada, ben);
  for (const words of ["a", "b", "c"]) {
    write(ada, words);
    await exchange(ada, ben);
  }
  ports.time.now += 60_000;
  server.second();
  expect(ports.booked.writes).toMatchObject([{ person: "ada", from: 1, to: 3, rows: 3 }]);
});

test("[SY-24] a flood of refusals is one row, with the first frame", async () => {
  const { ports, server, ada } = openServer();
  ports.seats.set("rea", { mayRead: true, mayWrite: false, couldWriteBefore: false });
  const rea = createAppClient(server, "rea");
  rea.connect();
  await exchange(ada, rea);
  for (let count = 0; count < 30; count += 1) write(rea, `try ${count}`);
  await exchange(rea);
  ports.time.now += 60_000;
  server.second();
  expect(ports.booked.refusals).toMatchObject([{ reason: "read-only", count: 30 }]);
  expect(Buffer.from(ports.booked.refusals[0]?.firstFrame ?? []).includes("try 0")).toBe(true);
});

test("what is committed after its author left is booked as theirs all the same", async () => {
  const { log, held } = createHeldLog();
  const { ports, ada } = openServer(log);
  await exchange(ada);
  write(ada, "last words");
  await exchange(ada);
  ada.cut();
  expect(ports.booked.writes).toEqual([]);
  for (const letOut of held) letOut();
  await exchange(ada);
  expect(ports.booked.writes).toMatchObject([{ person: "ada", from: 1, to: 1, rows: 1 }]);
});

test("a server that is closed waits until the last entries are in the audit", async () => {
  const { ports, server, ada } = openServer();
  await exchange(ada);
  write(ada, "benign");
  await exchange(ada);
  const waiting: (() => void)[] = [];
  ports.books.wrote = () => new Promise<void>((resolve) => waiting.push(resolve));
  const order: string[] = [];
  const closing = server.close().then(() => order.push("closed"));
  await breathe();
  order.push(`${waiting.length} entry waits`);
  waiting.shift()?.();
  await closing;
  expect(order).toEqual(["1 entry waits", "closed"]);
});

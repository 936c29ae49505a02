import { encodeUpdate } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createMemoryLog } from "../durable-log/memory-log.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import { breathe, opinionDocument } from "../testing/test-ports.ts";

test("[SY-31] a flood of updates closes its author's channel with 4529, and nobody else's", async () => {
  const { ada, ben } = openServer(createMemoryLog(), { flow: { updates: { burst: 10, perSecond: 1 } } });
  await exchange(ada, ben);
  for (let count = 0; count < 20; count += 1) write(ada, "flood");
  await exchange(ada, ben);
  expect([ada.closedWith, ben.closedWith]).toEqual([[4529], []]);
  write(ben, "still here");
  await exchange(ben);
  expect(ben.saved()).toBe(true);
});

test("[SY-31] a flood of bytes as well; the allowance comes back with time", async () => {
  const { ports, ada, ben } = openServer(createMemoryLog(), {
    flow: { bytes: { burst: 2000, perSecond: 1000 } },
  });
  await exchange(ada, ben);
  write(ada, "x".repeat(1500));
  await exchange(ada, ben);
  ports.time.now += 2000;
  write(ada, "y".repeat(1500));
  await exchange(ada, ben);
  expect([ada.closedWith, read(ben).length]).toEqual([[], 2]);
  write(ada, "z".repeat(1500));
  await exchange(ada, ben);
  expect(ada.closedWith).toEqual([4529]);
});

test("[SY-31] whoever never answers step 1 is held to the same measure, although nothing of it is taken", async () => {
  const { server, log } = openServer(createMemoryLog(), { flow: { updates: { burst: 10, perSecond: 1 } } });
  const silent = createStockClient(server, "silent", 9);
  silent.connect();
  silent.deliverUp();
  await breathe();
  for (let count = 0; count < 20; count += 1) silent.say(encodeUpdate(Y.encodeStateAsUpdate(new Y.Doc())));
  while (silent.deliverUp());
  await breathe();
  expect(silent.closedWith).toEqual([4529]);
  expect(log.ledger(opinionDocument).updates).toEqual([]);
});

test("[SY-31] whoever was too fast stays out for a second, on whatever socket, and then writes on", async () => {
  const { ports, server, ada, ben } = openServer(createMemoryLog(), {
    flow: { updates: { burst: 10, perSecond: 1000 } },
  });
  await exchange(ada, ben);
  for (let count = 0; count < 20; count += 1) write(ada, "flood");
  await exchange(ada, ben);
  ports.time.now += 500;
  ada.connect();
  const again = createStockClient(server, "ada", 9);
  again.connect();
  await exchange(ada, again, ben);
  expect([ada.closedWith, again.closedWith, ben.closedWith]).toEqual([[4529, 4529], [4529], []]);
  ports.time.now += 600;
  ada.connect();
  await exchange(ada, ben);
  expect(ada.closedWith).toEqual([4529, 4529]);
  expect(read(ben)).toEqual(read(ada));
});

test("[SY-31] what the one who is out asks for costs no transaction", async () => {
  const { ports, ada } = openServer(createMemoryLog(), { flow: { updates: { burst: 5, perSecond: 1 } } });
  await exchange(ada);
  for (let count = 0; count < 9; count += 1) write(ada, "flood");
  await exchange(ada);
  const before = ports.booked.reads.length;
  ada.connect();
  await exchange(ada);
  expect(ada.closedWith).toEqual([4529, 4529]);
  expect(ports.booked.reads.length).toBe(before);
});

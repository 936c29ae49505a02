import { expect, test } from "vitest";
import { createMemoryLog } from "../durable-log/memory-log.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";
import { breathe, opinionDocument } from "../testing/test-ports.ts";
import { createWorkspaceServer } from "../workspace-server.ts";

async function openWithSlowReader() {
  const network = { waiting: 0 };
  const room = openServer(createMemoryLog(), {
    flow: { coalesceBytes: 1000, stalledBytes: 3000, stalledMilliseconds: 10_000 },
  });
  const phone = createStockClient(room.server, "phone", 9, true, { waiting: () => network.waiting });
  phone.connect();
  await exchange(room.ada, phone);
  let messages = 0;
  phone.overhear(() => {
    messages += 1;
  });
  return { ...room, phone, network, heard: () => messages };
}

test("[SY-30] a slow reader gets its updates together when it has room again, and all of them", async () => {
  const { server, ada, phone, network, heard } = await openWithSlowReader();
  network.waiting = 2000;
  const words = ["a", "b", "c", "d"];
  for (const word of words) {
    write(ada, word);
    await exchange(ada, phone);
  }
  expect([heard(), read(phone)]).toEqual([0, []]);
  network.waiting = 0;
  await server.tick();
  await exchange(ada, phone);
  expect(read(phone)).toEqual(words.toReversed());
  expect(heard()).toBe(1);
  write(ada, "e");
  await exchange(ada, phone);
  expect(read(phone)[0]).toBe("e");
});

test("[SY-30] whoever takes nothing for 10 s and lacks much is cut off with 4508, and can come back", async () => {
  const { server, ports, ada, phone, network } = await openWithSlowReader();
  await server.tick();
  network.waiting = 2000;
  for (const letter of ["x", "y", "z", "w"]) write(ada, letter.repeat(1000));
  await exchange(ada, phone);
  ports.time.now += 9000;
  await server.tick();
  expect(phone.closedWith).toEqual([]);
  ports.time.now += 2000;
  await server.tick();
  expect(phone.closedWith).toEqual([4508]);
  network.waiting = 0;
  phone.connect();
  await exchange(phone);
  expect(read(phone)).toHaveLength(4);
});

test("[SY-30] a telephone that takes a little all the time is never cut off", async () => {
  const { server, ports, ada, phone, network } = await openWithSlowReader();
  for (const letter of ["x", "y", "z", "w"]) {
    network.waiting = 2000;
    write(ada, letter.repeat(1000));
    await exchange(ada, phone);
    ports.time.now += 9000;
    phone.takeSome();
    await server.tick();
  }
  expect(phone.closedWith).toEqual([]);
});

test("[SY-30] a slow author's own work is acknowledged all the same", async () => {
  const { phone, network } = await openWithSlowReader();
  network.waiting = 2000;
  write(phone, "from the train");
  await exchange(phone);
  expect(phone.saved()).toBe(true);
});

test("[SY-30] [SY-33] a slow reader that is just joining gets what another process wrote while its answer waited", async () => {
  const { log, held } = createHeldLog();
  const { ports, server, ada } = openServer(log, { flow: { coalesceBytes: 1000 } });
  const cy = createStockClient(createWorkspaceServer(ports), "cy", 2);
  cy.connect();
  await exchange(ada, cy);
  write(cy, "of the other process");
  write(ada, "of this one");
  await exchange(cy, ada);
  let waiting = 2000;
  const phone = createStockClient(server, "phone", 9, true, { waiting: () => waiting });
  phone.connect();
  await exchange(phone); // Its answer waits behind Ada's row.
  held.shift()?.();
  await breathe();
  await server.heard(opinionDocument, 1);
  held.shift()?.();
  await exchange(ada, phone);
  waiting = 0;
  await server.tick();
  await exchange(ada, phone);
  expect(new Set(read(phone))).toEqual(new Set(["of this one", "of the other process"]));
});

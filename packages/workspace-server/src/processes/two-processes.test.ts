import { encodeOwnPlace, readMessage } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createMemoryLog } from "../durable-log/memory-log.ts";
import { createAppClient } from "../testing/app-client.ts";
import { caret, listenToCarets } from "../testing/carets.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { createMemoryBus, type MemoryBus } from "../testing/memory-bus.ts";
import { createStockClient, type TestClient } from "../testing/stock-client.ts";
import { caseId, createTestPorts, mayRead, opinionDocument, opinionName } from "../testing/test-ports.ts";
import { createWorkspaceServer, type WorkspaceServer } from "../workspace-server.ts";
import type { ProcessBus } from "./process-bus.ts";

function startProcess(bus: MemoryBus, name: string, log = createMemoryLog()) {
  let server: WorkspaceServer | undefined;
  const port: ProcessBus = bus.join(name, (word, from) => server?.hear(word, from));
  const ports = createTestPorts(log, { bus: port });
  server = createWorkspaceServer(ports);
  return { name, server, ports };
}

async function openWorld() {
  const bus = createMemoryBus();
  const log = createMemoryLog();
  const [one, two] = [startProcess(bus, "one", log), startProcess(bus, "two", log)];
  const ada = createStockClient(one.server, "ada", 1);
  const ben = createStockClient(two.server, "ben", 2);
  ada.connect();
  ben.connect();
  await exchange(ada, ben);
  const tick = async (...clients: readonly TestClient[]) => {
    await exchange(...clients);
    for (const { server } of [one, two, one]) await server.tick();
    await exchange(...clients);
  };
  const pass = (milliseconds: number) => {
    for (const { ports } of [one, two]) ports.time.now += milliseconds;
  };
  return { bus, log, one, two, ada, ben, tick, pass };
}

test("[SY-33] what one process commits is read by the other at its hint", async () => {
  const { ada, ben } = await openWorld();
  write(ada, "over there");
  await exchange(ada, ben);
  expect(read(ben)).toEqual(["over there"]);
});

test("[SY-33] a hint that is lost costs the time until the next look", async () => {
  const { bus, two, ada, ben } = await openWorld();
  bus.isDown = true;
  write(ada, "unheard");
  await exchange(ada, ben);
  expect(read(ben)).toEqual([]);
  await two.server.lookAgain();
  await exchange(ben);
  expect(read(ben)).toEqual(["unheard"]);
});

test("[SY-33] what the other process committed is not told again as if it were one's own", async () => {
  const { bus, ada, ben } = await openWorld();
  write(ada, "once");
  await exchange(ada, ben);
  expect(bus.said.filter(({ kind }) => kind === "committed")).toEqual([
    { kind: "committed", document: opinionDocument, sequence: 1 },
  ]);
});

test("[SY-33] a caret is seen at the other process, moves, and goes with its socket", async () => {
  const { ada, ben, tick } = await openWorld();
  const heard = listenToCarets(ben);
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  expect(heard.get(1)).toEqual({ user: { name: "ada", seat: "seat of ada" }, cursor: { anchor: 1 } });
  ada.say(caret(1, 2, { cursor: { anchor: 2 } }));
  await tick(ada, ben);
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 2 } });
  ada.cut();
  await tick(ada, ben);
  expect(heard.get(1)).toBeNull();
});

test("[SY-33] who comes later is told the carets of the other process", async () => {
  const { two, ada, ben, tick } = await openWorld();
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  const cy = createStockClient(two.server, "cy", 3);
  const heard = listenToCarets(cy);
  cy.connect();
  await tick(cy);
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 1 } });
});

test("[SY-33] a process that opens the document later asks who is there", async () => {
  const bus = createMemoryBus();
  const log = createMemoryLog();
  const one = startProcess(bus, "one", log);
  const ada = createStockClient(one.server, "ada", 1);
  ada.connect();
  await exchange(ada);
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await exchange(ada);
  await one.server.tick();
  const two = startProcess(bus, "two", log);
  const ben = createStockClient(two.server, "ben", 2);
  const heard = listenToCarets(ben);
  ben.connect();
  await exchange(ben);
  await two.server.tick();
  await exchange(ben);
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 1 } });
});

test("[SY-33] the carets of a process that is silent for four seconds are missed, of one that repeats itself they are not", async () => {
  const { one, two, ada, ben, tick, pass } = await openWorld();
  const heard = listenToCarets(ben);
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  for (let second = 0; second < 6; second += 1) {
    pass(1000);
    for (const { server } of [one, two]) server.second();
    await tick(ada, ben);
  }
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 1 } });
  const alone = async (milliseconds: number) => {
    pass(milliseconds);
    two.server.second();
    await two.server.tick();
    await exchange(ben);
  };
  await alone(4000);
  expect(heard.get(1)).not.toBeNull();
  await alone(1);
  expect(heard.get(1)).toBeNull();
});

test("[SY-33] whose process was silent is seen again once it is heard again, and its carets have newer clocks", async () => {
  const { bus, one, two, ada, ben, tick, pass } = await openWorld();
  const heard = listenToCarets(ben);
  const asked: number[] = [];
  ada.overhear((bytes) => {
    const message = readMessage(bytes);
    if (message?.kind !== "awareness") return;
    for (const { client, clock, state } of message.entries)
      if (client === 1 && state === "null") asked.push(clock);
  });
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  bus.isDown = true;
  pass(4001);
  two.server.second();
  await tick(ada, ben);
  expect(heard.get(1)).toBeNull();
  bus.isDown = false;
  one.server.second();
  await tick(ada, ben);
  // An honest client answers so: its own caret is not gone.
  expect(asked).toEqual([2]);
  ada.say(caret(1, 3, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 1 } });
});

test("[SY-33] a person who comes over to the other process with the same caret stays seen", async () => {
  const { two, ada, ben, tick, pass } = await openWorld();
  const heard = listenToCarets(ben);
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  const again = createStockClient(two.server, "ada", 1);
  again.connect();
  await exchange(again);
  again.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await exchange(again);
  pass(4001);
  two.server.second();
  await two.server.tick();
  await exchange(again, ben);
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 1 } });
});

test("[SY-21] [SY-33] nobody takes the caret of somebody at another process", async () => {
  const { ada, ben, tick } = await openWorld();
  const heard = listenToCarets(ada);
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await tick(ada, ben);
  ben.say(caret(1, 9, { cursor: { anchor: 9 } }));
  await tick(ada, ben);
  expect(heard.get(1)).toMatchObject({ user: { name: "ada" }, cursor: { anchor: 1 } });
});

async function openPlaces() {
  const world = await openWorld();
  const dee = createAppClient(world.one.server, "dee");
  const eve = createAppClient(world.two.server, "eve");
  dee.connect();
  eve.connect();
  await exchange(dee, eve);
  return { ...world, dee, eve };
}

test("[SY-33] a place is seen at the other process by those who may, and missed when its process is silent", async () => {
  const { two, dee, eve, tick, pass } = await openPlaces();
  const at = { target: opinionName, place: "summary" };
  dee.say(encodeOwnPlace(at));
  await tick(dee, eve);
  expect(eve.places()).toEqual([{ seat: "seat of dee", name: "dee", at }]);
  two.ports.unseen.add(`eve ${opinionName}`);
  await two.server.lookAgain(caseId);
  await tick(dee, eve);
  expect(eve.places()).toEqual([]);
  two.ports.unseen.clear();
  await two.server.lookAgain(caseId);
  await tick(dee, eve);
  expect(eve.places()).toHaveLength(1);
  pass(4001);
  two.server.second();
  await two.server.tick();
  await exchange(eve);
  expect(eve.places()).toEqual([]);
});

test("[SY-21] [SY-33] a place that its person may not read is not said to other processes", async () => {
  const { bus, one, dee, eve, tick } = await openPlaces();
  one.ports.unseen.add("dee story.prior");
  dee.say(encodeOwnPlace({ target: "story.prior" }));
  await tick(dee, eve);
  expect(JSON.stringify(bus.said)).not.toContain("story.prior");
});

test("[SY-33] a signed-in session that ended elsewhere is cut off here", async () => {
  const { two, ben } = await openWorld();
  expect([...two.server.sessionsHere()]).toEqual(["session of ben"]);
  two.server.hear({ kind: "session-ended", session: "session of ben" }, "one");
  await exchange(ben);
  expect(ben.closedWith).toEqual([4401]);
  expect([...two.server.sessionsHere()]).toEqual([]);
});

test("[SY-33] what one client sends through both processes is in the log once, and goes on at the second", async () => {
  const { bus, log, one, two, ada } = await openWorld();
  const moved = createStockClient(two.server, "ada", 1);
  moved.connect();
  await exchange(moved);
  bus.isDown = true;
  write(ada, "first");
  Y.applyUpdate(moved.doc, Y.encodeStateAsUpdate(ada.doc));
  moved.doc.clientID = 1; // It is the same page: Yjs takes it for another one with the same id.
  write(moved, "second");
  while (ada.deliverUp() || moved.deliverUp());
  await exchange(moved);
  await exchange(ada);
  for (const { server, ports } of [one, two]) {
    await server.lookAgain();
    ports.seats.set("cy", mayRead);
    const reader = createStockClient(server, "cy", 3, false);
    reader.connect();
    await exchange(reader);
    expect(read(reader)).toEqual(["second", "first"]);
  }
  expect([ada.saved(), moved.saved()]).toEqual([true, true]);
  const { updates } = await log.loadTail(opinionDocument, 0);
  const ranges = updates.flatMap(({ clocks }) => clocks.map(({ from, to }) => [from, to]));
  expect(ranges.toSorted(([first = 0], [second = 0]) => first - second)).toEqual([
    [0, 7],
    [7, 15],
  ]);
});

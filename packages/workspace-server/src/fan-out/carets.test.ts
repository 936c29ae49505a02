import { encodeAwareness, readMessage } from "@consilium/workspace";
import { expect, test } from "vitest";
import { caret, listenToCarets } from "../testing/carets.ts";
import { exchange } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { createStockClient } from "../testing/stock-client.ts";

async function openRoom() {
  const { server, ports } = openServer();
  const ada = createStockClient(server, "ada", 1);
  const ben = createStockClient(server, "ben", 2);
  for (const client of [ada, ben]) client.connect();
  const heard = listenToCarets(ben);
  await exchange(ada, ben);
  const pass = async () => {
    await exchange(ada, ben);
    await server.tick();
    await exchange(ada, ben);
  };
  return { server, ports, ada, ben, heard, pass };
}

test("[SY-21] the server says whose caret it is, and passes on nothing else of the state", async () => {
  const { ada, heard, pass } = await openRoom();
  ada.say(caret(1, 1, { user: { name: "Dr. Ben", colour: "red" }, cursor: { anchor: 3 }, extra: "x" }));
  await pass();
  expect(heard.get(1)).toEqual({ user: { name: "ada", seat: "seat of ada" }, cursor: { anchor: 3 } });
});

test("[SY-21] entries of others, removals of others and enormous clocks change nothing", async () => {
  const { ada, ben, heard, pass } = await openRoom();
  ben.say(caret(2, 1, { cursor: null }));
  await pass();
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await pass();
  for (const forged of [
    caret(2, 5, { cursor: { anchor: 9 } }),
    caret(2, 6, null),
    caret(1, 2 ** 40, { cursor: 9 }),
  ])
    ada.say(forged);
  ada.say(
    encodeAwareness(Array.from({ length: 500 }, (_, id) => ({ client: 1000 + id, clock: 1, state: "{}" }))),
  );
  await pass();
  expect(heard.get(2)).toMatchObject({ user: { name: "ben" }, cursor: null });
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 1 } });
  expect(heard.size).toBe(2);
  expect(ada.closedWith).toEqual([]);
});

test("[SY-21] a caret goes when its socket closes", async () => {
  const { ada, heard, pass } = await openRoom();
  ada.say(caret(1, 1, { cursor: { anchor: 1 } }));
  await pass();
  ada.cut();
  await pass();
  expect(heard.get(1)).toBeNull();
});

test("[SY-21] at most 20 a second and 2 KiB are heard of a session", async () => {
  const { ports, ada, heard, pass } = await openRoom();
  ada.say(caret(1, 1, { cursor: "x".repeat(3000) }));
  await pass();
  expect(heard.has(1)).toBe(false);
  for (let clock = 1; clock <= 100; clock += 1) ada.say(caret(1, clock, { cursor: { anchor: clock } }));
  await pass();
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 40 } });
  ports.time.now += 1000;
  ada.say(caret(1, 101, { cursor: { anchor: 101 } }));
  await pass();
  expect(heard.get(1)).toMatchObject({ cursor: { anchor: 101 } });
});

test("[SY-21] something is said to every socket at each beat: stock clients leave after 30 s of silence", async () => {
  const { server, ben } = await openRoom();
  let beats = 0;
  ben.overhear((bytes) => {
    if (readMessage(bytes)?.kind === "awareness") beats += 1;
  });
  server.beat();
  await exchange(ben);
  expect(beats).toBe(1);
});

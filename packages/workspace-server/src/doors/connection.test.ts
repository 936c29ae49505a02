import { encodeOpen, encodeStepTwo, framesOf, encodeBeat, readServerFrame } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createAppClient } from "../testing/app-client.ts";
import { exchange, read, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { breathe, opinionName, visitorNamed } from "../testing/test-ports.ts";

/** A raw socket of the second door. */
function openRaw({ server }: Pick<ReturnType<typeof openServer>, "server">, person = "cy") {
  const heard: Uint8Array[] = [];
  const closedWith: number[] = [];
  const socket = {
    send: (bytes: Uint8Array, taken: () => void) => {
      heard.push(bytes);
      taken();
    },
    close: (code: number) => closedWith.push(code),
    waiting: () => 0,
  };
  const door = server.openConnection(socket, visitorNamed(person));
  const frames = () => heard.map(readServerFrame);
  const say = async (bytes: Uint8Array) => {
    door.receive(bytes);
    await breathe();
  };
  return { door, frames, closedWith, say };
}

const wish = { schema: 1 };

test("several documents share one socket, each on its own channel", async () => {
  const { server, ada, ben } = openServer();
  const raw = openRaw({ server });
  await raw.say(encodeOpen({ channel: 1, document: opinionName, wish }));
  await raw.say(encodeOpen({ channel: 2, document: "story", wish }));
  await raw.say(encodeOpen({ channel: 3, document: "no such thing", wish }));
  expect(raw.frames().map((frame) => frame && "channel" in frame && [frame.kind, frame.channel])).toEqual([
    ["opened", 1],
    ["opened", 2],
    ["close", 3],
  ]);
  await exchange(ada, ben);
  write(ada, "benign");
  await exchange(ada, ben);
  expect(read(ben)).toEqual(["benign"]);
});

test("[SY-16] what is no frame, or a channel opened twice, ends the socket with 4400", async () => {
  const room = openServer();
  const [raw, twice] = [openRaw(room), openRaw(room)];
  await raw.say(Uint8Array.of(1, 99, 1));
  await twice.say(encodeOpen({ channel: 1, document: "story", wish }));
  await twice.say(encodeOpen({ channel: 1, document: "story", wish }));
  expect([raw.closedWith, twice.closedWith]).toEqual([[4400], [4400]]);
});

test("what goes wrong in one document ends its channel and no other", async () => {
  const { server, ports, ada } = openServer();
  await exchange(ada);
  const raw = openRaw({ server });
  await raw.say(encodeOpen({ channel: 1, document: opinionName, wish }));
  await raw.say(encodeOpen({ channel: 2, document: "story", wish }));
  const foreign = new Y.Doc();
  foreign.getMap("signed").set("x", 1);
  for (const frame of framesOf(1, encodeStepTwo(Y.encodeStateAsUpdate(foreign)))) await raw.say(frame);
  const ends = raw.frames().filter((frame) => frame?.kind === "close" || frame?.kind === "refused");
  expect(ends).toMatchObject([
    { kind: "refused", channel: 1, count: 1, fate: "reset", reason: "foreign-root" },
    { kind: "close", channel: 1, code: 4422 },
  ]);
  expect(raw.closedWith).toEqual([]);
  expect(ports.incidents).toMatchObject([{ kind: "refused", reason: "foreign-root" }]);
});

test("a long answer travels in parts, both ways, and counts as one write message", async () => {
  const { server, ada } = openServer();
  await exchange(ada);
  ada.cut();
  for (const letter of ["a", "b", "c"]) write(ada, letter.repeat(100_000));
  ada.connect();
  const ben = createAppClient(server, "ben");
  ben.connect();
  await exchange(ada, ben);
  expect(ada.saved()).toBe(true);
  expect(read(ben).map(({ length }) => length)).toEqual([100_000, 100_000, 100_000]);
});

test("a beat is answered, and the server beats by itself", async () => {
  const room = openServer();
  const raw = openRaw(room);
  await raw.say(encodeBeat());
  room.server.beat();
  expect(raw.frames()).toEqual([{ kind: "beat" }, { kind: "beat" }]);
});

test("[SY-16] draining sends everybody away with 4512, after the last transaction", async () => {
  const { server, ada, ben } = openServer();
  await exchange(ada, ben);
  write(ada, "last words");
  while (ada.deliverUp());
  await server.close();
  expect([ada.closedWith, ben.closedWith]).toEqual([[4512], [4512]]);
  const late = createAppClient(server, "cy");
  late.connect();
  expect(late.closedWith).toEqual([4512]);
});

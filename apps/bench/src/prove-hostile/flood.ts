// A process that sends what no honest client sends, as fast as the server takes it: PLACE, a document's address. A line a
// second with how many frames; ends with its input.
import { setPriority } from "node:os";
import { createSeededRandom } from "@consilium/foundation";
import {
  encodeAwareness,
  encodeStepOne,
  encodeStepTwo,
  encodeUpdate,
  readMessage,
} from "@consilium/workspace";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { mutantsOf } from "./run-mutants.ts";

setPriority(19);
const address = process.env["PLACE"] ?? "";
const sockets = 4;
/** Bytes that may wait in a socket: the flood is as wide as the server's door, and no wider. */
const mostWaiting = 256 * 1024;
const atOnce = 50;
/** Not the honest author's id, a small one that anybody guesses: whoever shows a caret under an id before its first word has it. */
const firstCaret = 1000;

const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const empty = Y.encodeStateVector(new Y.Doc());
const random = createSeededRandom(1);
const frames = mutantsOf(random, 2000).map(({ bytes }) => encodeUpdate(bytes));
let sent = 0;
let closed = 0;

function attack(number: number): void {
  const socket = new WebSocket(`${address}?seat=hostile-${number}&ack=1`, { perMessageDeflate: false });
  const pour = () => {
    if (socket.readyState !== WebSocket.OPEN) return;
    for (let turn = 0; turn < atOnce && socket.bufferedAmount < mostWaiting; turn += 1) {
      const caret = encodeAwareness([
        { client: firstCaret + random.below(100), clock: sent, state: `{"user":${sent}}` },
      ]);
      socket.send(turn % 10 === 0 ? caret : random.pick(frames));
      sent += 1;
    }
    setImmediate(pour);
  };
  socket.on("open", () => socket.send(encodeStepOne(empty)));
  // Every other one answers, so that what it pours is judged; what the others pour is not even read.
  socket.on("message", (data: Buffer) => {
    if (readMessage(data)?.kind !== "step-one") return;
    if (number % 2 === 0) socket.send(encodeStepTwo(nothing));
    pour();
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    closed += 1;
    setTimeout(() => attack(number), 20);
  });
}

for (let number = 0; number < sockets; number += 1) attack(number);
process.stdin
  .setEncoding("utf8")
  .on("data", () => console.log(`sent ${sent} ${closed}`))
  .on("end", () => process.exit(0));
console.log("flooding");

import {
  encodeAwareness,
  encodeStepOne,
  encodeStepTwo,
  encodeUpdate,
  type Message,
  readMessage,
} from "@consilium/workspace";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { paramsOf, type Place } from "../measuring/place.ts";
import { plainWire } from "../measuring/wire.ts";

export interface RawClient {
  readonly send: (update: Uint8Array) => void;
  /** The person's caret, under that client id; `clock` goes up with each move. */
  readonly moveCaret: (client: number, clock: number) => void;
  /** Its step 1 once more. The answer comes after whatever was sent before. */
  readonly ask: () => void;
  readonly leave: () => void;
}

export interface Heard {
  /** What others wrote; without `answer`, also what came together because it read slowly (SY-30). */
  readonly update?: (update: Uint8Array) => void;
  /** The answer to its step 1, all that there is, and what it lacked since. */
  readonly answer?: (update: Uint8Array) => void;
  /** With `wantsSaved`: so many of the messages sent are committed, the answer to step 1 included. */
  readonly saved?: (count: number) => void;
  /** The server has ended the connection, or is gone. Where nobody listens for it, the bench ends. */
  readonly closed?: () => void;
}

export interface Coming {
  /** Only this server knows how to say so. */
  readonly wantsSaved?: true;
  /** What it has already, and the server has not. */
  readonly brings?: Uint8Array;
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc());
const empty = Y.encodeStateVector(new Y.Doc());

/** All that it writes from then on would be passed over, and whoever counts it would wait for ever. */
const cannotRepeat = "The server asks again for what was sent, and this client keeps nothing.";

/** The protocol without a document behind it: a hundred clients must not cost more than the server that is measured. */
export function joinRaw(place: Place, heard: Heard, coming: Coming = {}): Promise<RawClient> {
  const { wire = plainWire } = place;
  const socket = new WebSocket(addressOf(place, coming), { perMessageDeflate: false });
  const { promise, resolve, reject } = Promise.withResolvers<RawClient>();
  const say = (message: Uint8Array) => socket.send(wire.wrap(message));
  let hasLeft = false;
  const leave = () => {
    hasLeft = true;
    socket.close();
  };
  const client = { ...speech(say), leave };
  socket.on("open", () => {
    if (wire.greeting) socket.send(wire.greeting);
    client.ask();
  });
  socket.on("error", reject);
  socket.on("close", (code, reason) => {
    const closed = new Error(`${place.document}: ${code} ${reason.toString()}`);
    reject(closed);
    if (heard.closed) heard.closed();
    else if (isAnswered && !hasLeft) throw closed;
  });
  let isAsked = false;
  let isAnswered = false;
  socket.on("message", (data: Buffer) => {
    const bytes = wire.unwrap(data);
    const message = bytes && readMessage(bytes);
    if (message?.kind === "step-one" && !isAsked) say(encodeStepTwo(coming.brings ?? nothing));
    else if (message?.kind === "step-one" && !heard.closed) throw new Error(cannotRepeat);
    isAsked ||= message?.kind === "step-one";
    isAnswered ||= message?.kind === "step-two";
    if (message) tell(message, heard);
    if (isAsked && isAnswered) resolve(client);
  });
  return promise;
}

const speech = (say: (message: Uint8Array) => void): Omit<RawClient, "leave"> => ({
  ask: () => say(encodeStepOne(empty)),
  send: (update) => say(encodeUpdate(update)),
  moveCaret: (id, clock) => say(encodeAwareness([{ client: id, clock, state: caret }])),
});

function tell(message: Message, { update, answer, saved }: Heard): void {
  if (message.kind === "update") update?.(message.update);
  else if (message.kind === "step-two") (answer ?? update)?.(message.update);
  else if (message.kind === "saved") saved?.(message.count);
}

function addressOf(place: Place, { wantsSaved }: Coming): string {
  const params = new URLSearchParams({ ...paramsOf(place), ...(wantsSaved && { ack: "1" }) }).toString();
  return `${place.address}/${place.document}${params && `?${params}`}`;
}

const position = { type: null, tname: "s.summary", item: { client: 7, clock: 120 }, assoc: 0 };
/** As long as an editor's. */
const caret = JSON.stringify({
  user: { name: "Ada Example", color: "#30a46c" },
  cursor: { anchor: position, head: position },
});

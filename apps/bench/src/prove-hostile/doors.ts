import { createSeededRandom } from "@consilium/foundation";
import {
  encodeAwareness,
  encodeClose,
  encodeOpen,
  encodeOwnPlace,
  encodeUpdate,
  framesOf,
  subprotocol,
} from "@consilium/workspace";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { Place } from "../measuring/place.ts";

export interface DoorAttack {
  readonly name: string;
  /** `one`: a document's own door. `case`: that of the app. */
  readonly door: "one" | "case";
  readonly messages: (place: Place) => readonly (Uint8Array | string)[];
  /** How the server must end it; undefined: it takes no notice, and the connection stays. */
  readonly endsWith: readonly number[] | undefined;
}

const MiB = 2 ** 20;
const random = createSeededRandom(3);
const noise = (length: number) => Uint8Array.from({ length }, () => random.below(256));
const wish = { schema: 1 };

const caretOf = (client: number, size: number) =>
  encodeAwareness([{ client, clock: 1, state: JSON.stringify({ user: "x".repeat(size) }) }]);

export const doorAttacks: readonly DoorAttack[] = [
  { name: "noise", door: "one", messages: () => [noise(500)], endsWith: [4400] },
  { name: "nothing", door: "one", messages: () => [new Uint8Array(0)], endsWith: [4400] },
  { name: "words instead of bytes", door: "one", messages: () => ["{}"], endsWith: [4400] },
  { name: "40 MiB at once", door: "one", messages: () => [noise(40 * MiB)], endsWith: [1009, 1006] },
  {
    name: "updates faster than a person writes",
    door: "one",
    messages: () => Array.from({ length: 3000 }, () => encodeUpdate(Y.encodeStateAsUpdate(new Y.Doc()))),
    endsWith: [4529],
  },
  {
    name: "carets of others, and too long ones",
    door: "one",
    messages: () => [caretOf(7, 10), caretOf(8, 10), caretOf(9, 5000)],
    endsWith: undefined,
  },
  { name: "noise", door: "case", messages: () => [noise(500)], endsWith: [4400] },
  { name: "words instead of bytes", door: "case", messages: () => ["{}"], endsWith: [4400] },
  {
    name: "data for a channel that nobody opened",
    door: "case",
    messages: () => framesOf(9, noise(30)),
    endsWith: undefined,
  },
  {
    name: "one channel opened twice",
    door: "case",
    messages: ({ document }) => [
      encodeOpen({ channel: 1, document, wish }),
      encodeOpen({ channel: 1, document, wish }),
    ],
    endsWith: [4400],
  },
  {
    name: "ten thousand channels",
    door: "case",
    messages: ({ document }) =>
      Array.from({ length: 10_000 }, (_, channel) => encodeOpen({ channel: channel + 1, document, wish })),
    endsWith: undefined, // Each above the limit is closed by itself.
  },
  {
    name: "a place that is somewhere else",
    door: "case",
    messages: () => [encodeOwnPlace({ target: "../../etc", place: "x".repeat(500) })],
    endsWith: [4400],
  },
  {
    name: "closing what is not open",
    door: "case",
    messages: () => [encodeClose({ channel: 77, code: 4403, reason: "no-right" })],
    endsWith: undefined,
  },
];

/** Milliseconds in which a server that means to end it has ended it. */
const patience = 3000;
const quiet = 500;

/** The code with which the server ended it; undefined: it is still there. */
export function attackDoor(
  { door, messages, endsWith }: DoorAttack,
  place: Place,
): Promise<number | undefined> {
  const path = door === "one" ? `/${place.document}` : "";
  const socket = new WebSocket(`${place.address}${path}?seat=hostile`, door === "case" ? [subprotocol] : [], {
    perMessageDeflate: false,
  });
  return new Promise((resolve) => {
    const end = (code: number | undefined) => {
      clearTimeout(timer);
      socket.terminate();
      resolve(code);
    };
    let timer: NodeJS.Timeout | undefined;
    socket.on("open", () => {
      for (const message of messages(place)) socket.send(message);
      timer = setTimeout(() => end(undefined), endsWith ? patience : quiet); // Making 40 MiB takes longer than ending them.
    });
    socket.on("error", () => {});
    socket.on("close", (code) => end(code));
  });
}

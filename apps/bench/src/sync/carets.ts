import { setTimeout as pause } from "node:timers/promises";
import { messageTypes } from "@consilium/workspace";
import type { Traffic } from "../measuring/provider-socket.ts";

/** Somebody in a document, seen by the others. */
export interface CaretPerson {
  readonly awareness: { readonly setLocalStateField: (field: string, value: unknown) => void };
  readonly leave: () => void;
}

export interface CaretWork {
  readonly people: number;
  readonly moves: number;
}

/** Messages with carets for each time that one of them moves hers. */
export interface CaretTraffic {
  /** To the server, from all of them. */
  readonly sent: number;
  /** From the server, to all of them. */
  readonly heard: number;
}

const isCaret = (message: Uint8Array): boolean => message[0] === messageTypes.awareness;

/** Milliseconds: as fast as somebody types. */
const between = 60;
/** Milliseconds until what was moved has been told to everybody. */
const untilTold = 500;

export async function countCarets(
  join: (person: number, traffic: Traffic) => Promise<CaretPerson>,
  { people, moves }: CaretWork,
): Promise<CaretTraffic> {
  let sent = 0;
  let heard = 0;
  const traffic: Traffic = {
    sent: (message) => void (sent += Number(isCaret(message))),
    heard: (message) => void (heard += Number(isCaret(message))),
  };
  const all = await Promise.all(Array.from({ length: people }, (_, person) => join(person, traffic)));
  for (const one of all) one.awareness.setLocalStateField("cursor", { at: 0 });
  await pause(untilTold);
  const before = { sent, heard };
  for (let move = 1; move <= moves; move += 1) {
    all[0]?.awareness.setLocalStateField("cursor", { at: move });
    await pause(between);
  }
  await pause(untilTold);
  const result = { sent: (sent - before.sent) / moves, heard: (heard - before.heard) / moves };
  for (const one of all) one.leave();
  return result;
}

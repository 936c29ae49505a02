import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { type Latency, latencyOf } from "../measuring/latency.ts";
import type { Place } from "../measuring/place.ts";
import { joinRaw } from "./raw-client.ts";
import { type TypedFrames, typeFrames } from "./typed-frames.ts";

export interface HotDocument {
  readonly people: number;
  /** Of each of those who write: the first half. */
  readonly keys: number;
  /** Milliseconds from one person's key to the next person's. */
  readonly between: number;
}

const firstAuthor = 100;

/** Half of the people write, each a paragraph of their own, in turns; from a key until each of the others has it. */
export async function measureHotDocument(place: Place, work: HotDocument): Promise<Latency> {
  const typed = Array.from({ length: work.people / 2 }, (_, writer) =>
    typeFrames(work.keys, firstAuthor + writer),
  );
  const book = createKeyBook(typed, work.people);
  const people = await Promise.all(
    Array.from({ length: work.people }, (_, person) =>
      joinRaw({ ...place, seat: `person-${person}` }, { update: book.of(person) }),
    ),
  );
  for (const [writer, { opening }] of typed.entries()) people[writer]?.send(opening);
  await book.begin;
  for (let key = 0; key < work.keys; key += 1)
    for (const [writer, { keys }] of typed.entries()) {
      book.press(writer);
      people[writer]?.send(keys[key] ?? new Uint8Array());
      await pause(work.between);
    }
  const times = await book.all;
  for (const person of people) person.leave();
  return latencyOf(times);
}

/** When each key was pressed, and how long until each other person had it. Their documents are not kept: only the clocks of the writers. */
function createKeyBook(typed: readonly TypedFrames[], people: number) {
  const pressed = typed.map((): number[] => []);
  const took: number[] = [];
  const begin = Promise.withResolvers<void>();
  const all = Promise.withResolvers<readonly number[]>();
  const keys = typed.reduce((sum, frames) => sum + frames.keys.length, 0);
  let unopened = typed.length * (people - 1);
  const arrived = (writer: number, now: number, from: number, to: number) => {
    if (from < 0) unopened -= 1;
    for (let key = Math.max(from, 0); key < to; key += 1)
      took.push(now - (pressed[writer]?.[key] ?? Number.NaN));
    if (unopened === 0) begin.resolve();
    if (took.length === keys * (people - 1)) all.resolve(took);
  };
  return {
    begin: begin.promise,
    all: all.promise,
    press: (writer: number) => void pressed[writer]?.push(performance.now()),
    of: (person: number) => {
      const reached = typed.map(() => -1);
      return (update: Uint8Array) => {
        const now = performance.now();
        for (const [author, clock] of Y.parseUpdateMeta(update).to) {
          const writer = author - firstAuthor;
          const from = reached[writer] ?? -1;
          const to = clock - (typed[writer]?.begun ?? 0);
          if (writer === person || to <= from) continue;
          reached[writer] = to;
          arrived(writer, now, from, to);
        }
      };
    },
  };
}

import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { type Latency, latencyOf } from "../measuring/latency.ts";
import type { Place } from "../measuring/place.ts";
import { joinRaw, type RawClient } from "./raw-client.ts";
import { typeFrames, typist } from "./typed-frames.ts";

export interface Propagation {
  readonly readers: number;
  /** Everybody is seen to be there, and each key moves the writer's caret. */
  readonly withCarets: boolean;
  readonly keys: number;
  /** Milliseconds from key to key. */
  readonly between: number;
}

/** The carets of a hundred people who come are told before the first key. Milliseconds. */
const untilTold = 300;

/**
 * One writes, the others read; from the moment a key is sent until it is read from another's socket. Readers hold no document: all
 * of them are in this one process, and a hundred documents would take longer than what is measured.
 */
export async function measurePropagation(place: Place, work: Propagation): Promise<Latency> {
  const { keys, begun, opening } = typeFrames(work.keys);
  const arrivals = createArrivals(begun, work.readers, keys.length);
  const readers = await Promise.all(
    Array.from({ length: work.readers }, (_, reader) =>
      joinRaw({ ...place, seat: `reader-${reader}` }, { update: arrivals.of(reader) }),
    ),
  );
  const writer = await joinRaw({ ...place, seat: "writer" }, {});
  writer.send(opening);
  await arrivals.begin;
  if (work.withCarets) await showCarets(readers);
  const pressed: number[] = [];
  for (const [key, frame] of keys.entries()) {
    pressed.push(performance.now());
    writer.send(frame);
    if (work.withCarets) writer.moveCaret(typist, key + 1);
    await pause(work.between);
  }
  const times = await arrivals.all;
  for (const client of [writer, ...readers]) client.leave();
  return latencyOf(times.flatMap((ofReader) => ofReader.map((at, key) => at - (pressed[key] ?? Number.NaN))));
}

const firstReader = 1000;

async function showCarets(readers: readonly RawClient[]): Promise<void> {
  for (const [reader, client] of readers.entries()) client.moveCaret(firstReader + reader, 1);
  await pause(untilTold);
}

/** When each key came to each reader. */
function createArrivals(begun: number, readers: number, keys: number) {
  const times = Array.from({ length: readers }, (): number[] => []);
  const begin = Promise.withResolvers<void>();
  const all = Promise.withResolvers<readonly (readonly number[])[]>();
  const clockIn = createClockReader();
  const opened = new Set<number>();
  let missing = readers * keys;
  return {
    begin: begin.promise,
    all: all.promise,
    of: (reader: number) => (update: Uint8Array) => {
      const now = performance.now();
      const reached = clockIn(update) - begun;
      if (reached >= 0) opened.add(reader);
      if (opened.size === readers) begin.resolve();
      const own = times[reader] ?? [];
      for (; own.length < reached; missing -= 1) own.push(now);
      if (missing === 0) all.resolve(times);
    },
  };
}

/** The typist's clock after an update. The same bytes come to all readers one after the other: they are read once. */
function createClockReader(): (update: Uint8Array) => number {
  let last: Uint8Array | undefined;
  let clock = 0;
  return (update) => {
    if (last && Buffer.compare(last, update) === 0) return clock;
    last = update;
    clock = Y.parseUpdateMeta(update).to.get(typist) ?? 0;
    return clock;
  };
}

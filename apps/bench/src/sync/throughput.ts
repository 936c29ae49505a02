import * as Y from "yjs";
import type { Place } from "../measuring/place.ts";
import { joinRaw, type RawClient } from "./raw-client.ts";
import { type TypedFrames, typist } from "./typed-frames.ts";

/** Keys of one writer that are under way at a time. */
const inFlight = 8;

/**
 * One writer a document, each with a few keys under way; what counts is that another reader has the key, so with this server
 * that it is committed. Updates a second, over all documents.
 */
export async function measureDelivered(places: readonly Place[], frames: TypedFrames): Promise<number> {
  const pairs = await Promise.all(
    places.map(async (place) => {
      const pace = createPace(frames.keys);
      const reader = await joinRaw(place, {
        update: (update) => {
          const { to } = Y.parseUpdateMeta(update);
          pace.reached((to.get(typist) ?? 0) - frames.begun);
        },
      });
      const writer = await joinRaw({ ...place, seat: "writer" }, {});
      return { pace, clients: [reader, writer], writer };
    }),
  );
  return timeAll(pairs, frames);
}

/** The same, counted when the writer hears that the key is saved (`?ack=1`). Nobody else reads. */
export async function measureAcknowledged(places: readonly Place[], frames: TypedFrames): Promise<number> {
  const pairs = await Promise.all(
    places.map(async (place) => {
      const pace = createPace(frames.keys);
      // The answer to step 1 and the opening are messages too.
      const saved = (count: number) => pace.reached(count - 2);
      const writer = await joinRaw({ ...place, seat: "writer" }, { saved }, { wantsSaved: true });
      return { pace, clients: [writer], writer };
    }),
  );
  return timeAll(pairs, frames);
}

interface Pair {
  readonly pace: Pace;
  readonly clients: readonly RawClient[];
  readonly writer: RawClient;
}

async function timeAll(pairs: readonly Pair[], { opening, keys }: TypedFrames): Promise<number> {
  for (const { writer } of pairs) writer.send(opening);
  await Promise.all(pairs.map(({ pace }) => pace.isOpen));
  const begun = performance.now();
  await Promise.all(pairs.map(({ pace, writer }) => pace.run(writer)));
  const seconds = (performance.now() - begun) / 1000;
  for (const { clients } of pairs) for (const client of clients) client.leave();
  return (pairs.length * keys.length) / seconds;
}

type Pace = ReturnType<typeof createPace>;

/** Sends the next keys as the earlier ones arrive. */
function createPace(keys: readonly Uint8Array[]) {
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let writer: RawClient | undefined;
  let arrived = 0;
  let sent = 0;
  const go = () => {
    if (!writer) return;
    for (; sent < keys.length && sent < arrived + inFlight; sent += 1) {
      const frame = keys[sent];
      if (frame) writer.send(frame);
    }
    if (arrived === keys.length) ended.resolve();
  };
  return {
    isOpen: opened.promise,
    reached: (count: number) => {
      if (count >= 0) opened.resolve();
      arrived = Math.max(arrived, count);
      go();
    },
    run: (by: RawClient) => {
      writer = by;
      go();
      return ended.promise;
    },
  };
}

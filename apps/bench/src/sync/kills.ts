import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import type { Place } from "../measuring/place.ts";
import type { Killable } from "./killable.ts";
import { joinRaw } from "./raw-client.ts";
import { type TypedFrames, typist } from "./typed-frames.ts";

/** Counts of edits. */
export interface Loss {
  /** Somebody else had them, or their author was told that they are saved. */
  readonly acknowledged: number;
  /** Of those, the ones that whoever comes after the restart is not given. */
  readonly lost: number;
}

/** Milliseconds. */
const between = 5;

/**
 * Somebody writes, somebody reads, the server is killed in the middle of it, and comes back. Neither of the two comes back: who had
 * the edits in memory could bring them again, and what is asked is what the server itself keeps. A peer acknowledges nothing, so an
 * edit counts there once another reader has it; here that counts too, and so does the server's own word.
 */
export async function killOnce(server: Killable, frames: TypedFrames): Promise<Loss> {
  const place = await server.createDocument();
  let seen = 0;
  let saved = 0;
  const gone = Promise.withResolvers<void>();
  await joinRaw(
    { ...place, seat: "reader" },
    { update: (update) => void (seen = keysIn(update, frames) ?? seen), closed: () => {} },
  );
  const writer = await joinRaw(
    { ...place, seat: "writer" },
    // The answer to step 1 and the opening are messages too.
    { saved: (count) => void (saved = count - 2), closed: gone.resolve },
    server.name === "here" ? { wantsSaved: true } : {},
  );
  writer.send(frames.opening);
  for (const key of frames.keys) {
    writer.send(key);
    await pause(between);
  }
  await server.kill();
  await gone.promise;
  await server.start();
  const acknowledged = Math.max(seen, saved, 0);
  return { acknowledged, lost: Math.max(0, acknowledged - (await countThere(place, frames))) };
}

/** How many keys whoever comes now is given. */
async function countThere(place: Place, frames: TypedFrames): Promise<number> {
  let there = 0;
  const late = await joinRaw(
    { ...place, seat: "late" },
    { answer: (update) => void (there = keysIn(update, frames) ?? 0) },
  );
  late.leave();
  return Math.max(there, 0);
}

/** Keys come in their order, so the typist's clock counts them. */
function keysIn(update: Uint8Array, { begun }: TypedFrames): number | undefined {
  const clock = Y.parseUpdateMeta(update).to.get(typist);
  return clock === undefined ? undefined : clock - begun;
}

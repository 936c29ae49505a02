import type { KeptFrame } from "../saved-state.ts";
import { importKey, type KeySource, unsealFrame, type UsableKey } from "./kept-key.ts";
import type { FrameStore, SealedFrame } from "./sealed-frames.ts";
import { livingOwners } from "./tab-lock.ts";

export interface LeftFrame extends KeptFrame {
  readonly document: string;
}

/**
 * Of what the store holds: the frames of pages that are gone, in the order of writing. What its key does not open, or whose
 * key was destroyed, is thrown away. Rejects where the server does not answer; everything stays then.
 */
export async function readLeftFrames(
  store: FrameStore,
  locks: Pick<LockManager, "query">,
  own: UsableKey,
  fetchKeyOf: KeySource["fetchKeyOf"],
  stored: readonly SealedFrame[],
): Promise<readonly LeftFrame[]> {
  const lives = await livingOwners(locks);
  const left = stored.filter(({ owner }) => !lives(owner)).toSorted((one, other) => one.order - other.order);
  const keys = await keysFor(left, own, fetchKeyOf);
  const opened = await Promise.all(left.map(async (frame) => ({ frame, update: await unseal(keys, frame) })));
  const lost = opened.filter(({ update }) => update === undefined);
  await store.remove(lost.map(({ frame }) => frame.id));
  return opened.flatMap(({ frame, update }) =>
    update ? [{ id: frame.id, document: frame.document, update }] : [],
  );
}

type Keys = ReadonlyMap<string, UsableKey>;

async function keysFor(
  frames: readonly SealedFrame[],
  own: UsableKey,
  fetchKeyOf: KeySource["fetchKeyOf"],
): Promise<Keys> {
  const keys = new Map([[own.device, own]]);
  for (const { device } of frames) {
    if (keys.has(device)) continue;
    const kept = await fetchKeyOf(device);
    if (kept) keys.set(device, await importKey(kept));
  }
  return keys;
}

/** Bound to the address under which it lies: moved to another document it does not open. */
function unseal(keys: Keys, frame: SealedFrame): Promise<Uint8Array | undefined> {
  const key = keys.get(frame.device);
  return key ? unsealFrame(key, frame, frame) : Promise.resolve(undefined);
}

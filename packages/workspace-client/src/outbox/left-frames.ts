import type { KeptFrame } from "../saved-state.ts";
import { unsealFrame, type UsableKey } from "./kept-key.ts";
import type { FrameStore, SealedFrame } from "./sealed-frames.ts";
import { livingOwners } from "./tab-lock.ts";

export interface LeftFrame extends KeptFrame {
  readonly document: string;
}

/**
 * Of what the store holds: the frames of pages that are gone, in the order of writing. What this device's key does not open is
 * thrown away; what was sealed for another device stays.
 */
export async function readLeftFrames(
  store: FrameStore,
  locks: Pick<LockManager, "query">,
  key: UsableKey,
  stored: readonly SealedFrame[],
): Promise<readonly LeftFrame[]> {
  const lives = await livingOwners(locks);
  const left = stored.filter(({ owner }) => !lives(owner)).toSorted((one, other) => one.order - other.order);
  const opened = await Promise.all(left.map(async (frame) => ({ frame, update: await unseal(key, frame) })));
  const lost = opened.filter(({ frame, update }) => update === undefined && frame.device === key.device);
  await store.remove(lost.map(({ frame }) => frame.id));
  return opened.flatMap(({ frame, update }) =>
    update ? [{ id: frame.id, document: frame.document, update }] : [],
  );
}

/** Bound to the address under which it lies: moved to another document it does not open. */
const unseal = (key: UsableKey, frame: SealedFrame): Promise<Uint8Array | undefined> =>
  frame.device === key.device ? unsealFrame(key, frame, frame) : Promise.resolve(undefined);

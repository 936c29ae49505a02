import * as Y from "yjs";
import { insertedText, type SectionText } from "./inserted-text.ts";
import { importKey, type KeySource } from "./outbox/kept-key.ts";
import { type LeftFrame, readLeftFrames } from "./outbox/left-frames.ts";
import { openFrameStore } from "./outbox/sealed-frames.ts";

export interface LeftWorkOptions extends KeySource {
  readonly personId: string;
  readonly caseId: string;
  readonly indexedDB: IDBFactory;
  readonly locks: Pick<LockManager, "query">;
}

/** Somebody's own words that pages which are gone had not saved in one document. */
export interface LeftWork {
  /** `opinion.<id>`, `story`. */
  readonly document: string;
  /** Words whose place is not known have an empty root: what they stand on was never given to this browser again. */
  readonly text: readonly SectionText[];
  /** Out of the browser for good. */
  readonly forget: () => Promise<void>;
}

/**
 * What was left in a case that this person may not open any more, by document: with no document open, nothing else would ever
 * send, show or drop it (SY-7, SY-14). Rejects where the browser or the server gives nothing; what is kept stays then.
 */
export async function findLeftWork(options: LeftWorkOptions): Promise<readonly LeftWork[]> {
  const store = openFrameStore(options.indexedDB);
  const stored = await store.ofCase(options.personId, options.caseId);
  // No key is asked for, which would make one, where there is nothing to open.
  if (stored.length === 0) return [];
  const key = await importKey(await options.fetchKey());
  const left = await readLeftFrames(store, options.locks, key, options.fetchKeyOf, stored);
  return [...Map.groupBy(left, ({ document }) => document)]
    .map(([document, frames]) => ({
      document,
      text: textOf(frames),
      forget: () => store.remove(frames.map(({ id }) => id)),
    }))
    .filter(({ text }) => text.length > 0)
    .toSorted((one, other) => (one.document < other.document ? -1 : 1));
}

function textOf(frames: readonly LeftFrame[]): readonly SectionText[] {
  const updates = frames.map(({ update }) => update);
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const text = insertedText(doc, updates);
  doc.destroy();
  return text;
}

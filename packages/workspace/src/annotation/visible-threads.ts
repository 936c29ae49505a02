import type { DocumentIndex } from "./document-index.ts";
import { makeAnchor } from "./make-anchor.ts";
import { resolveTextAnchor } from "./resolve-text-anchor.ts";
import type { Thread } from "./thread.ts";

/**
 * For a reader whose share is a version: the threads whose quoted words stand in that version, each anchored in it anew. The
 * author's anchor is not handed on: its surroundings are of the draft, which this reader may not see.
 */
export function threadsVisibleIn(version: DocumentIndex, threads: Iterable<Thread>): readonly Thread[] {
  return [...threads].flatMap((thread) => {
    if (thread.anchor?.kind !== "text") return [];
    const found = resolveTextAnchor(version, thread.anchor);
    if (found.state !== "exact" && found.state !== "moved") return [];
    const anchor = makeAnchor(version, found.at.where, found.at.start, found.at.end);
    return anchor.ok ? [{ ...thread, anchor: anchor.value }] : [];
  });
}

import {
  type DocumentIndex,
  indexDocument,
  type Resolution,
  resolveTextAnchor,
  type TextSpan,
  type Thread,
} from "@consilium/workspace";
import type { Doc } from "yjs";

/** A thread and where its words stand now. Undefined: it names a place that this app does not know. */
export interface PlacedThread {
  readonly thread: Thread;
  readonly found: Resolution<TextSpan> | undefined;
}

/**
 * Where the threads of one text stand. Every change of the text or the threads may move them all; they are found again when
 * somebody asks, at most once a change. Listeners are told at once and ask later, before they paint.
 */
export class ThreadPlaces {
  readonly index: DocumentIndex;
  readonly #doc: Doc;
  readonly #listeners = new Set<() => void>();
  readonly #onUpdate = () => this.#tell();
  #threads: readonly Thread[] = [];
  #placed: readonly PlacedThread[] | undefined;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.index = indexDocument(doc);
    // Only where something changed, and after all observers.
    doc.on("update", this.#onUpdate);
  }

  setThreads(threads: readonly Thread[]): void {
    if (threads === this.#threads) return;
    this.#threads = threads;
    this.#tell();
  }

  readonly placed = (): readonly PlacedThread[] =>
    (this.#placed ??= this.#threads.map((thread) => ({ thread, found: this.#find(thread) })));

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  close(): void {
    this.#doc.off("update", this.#onUpdate);
    this.index.close();
    this.#listeners.clear();
  }

  #find({ anchor }: Thread): Resolution<TextSpan> | undefined {
    return anchor?.kind === "text" ? resolveTextAnchor(this.index, anchor) : undefined;
  }

  #tell(): void {
    this.#placed = undefined;
    for (const listener of this.#listeners) listener();
  }
}

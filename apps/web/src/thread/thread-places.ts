import {
  type AnchorFollower,
  type DocumentIndex,
  followAnchors,
  indexDocument,
  type Resolution,
  type TextSpan,
  type Thread,
} from "@consilium/workspace";
import type { Doc, Transaction } from "yjs";
import { isSamePlace } from "./text-places.ts";

/** A thread and where its words stand now. Undefined: it names a place that this app does not know. */
export interface PlacedThread {
  readonly thread: Thread;
  readonly found: Resolution<TextSpan> | undefined;
}

/** Milliseconds without an own key after which listeners hear that the text has changed. */
const rest = 250;
/** They hear of it at least so often, in milliseconds, also while somebody types on. */
const longest = 1000;

/**
 * Where the threads of one text stand. They are found again when somebody asks after a change, those that it may have moved.
 * Listeners are told at once of what others change and of threads; of what is typed here when the typing rests: the editor that
 * is typed in moves its marks itself, and typing is never slowed by what lies beside it.
 */
export class ThreadPlaces {
  readonly index: DocumentIndex;
  readonly #doc: Doc;
  readonly #follower: AnchorFollower;
  readonly #listeners = new Set<() => void>();
  #threads: readonly Thread[] = [];
  #placed: readonly PlacedThread[] = [];
  #standing: readonly PlacedThread[] = [];
  #isStale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince = 0;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.index = indexDocument(doc);
    this.#follower = followAnchors(this.index);
    // Only where something changed, and after all observers.
    doc.on("update", this.#onUpdate);
  }

  setThreads(threads: readonly Thread[]): void {
    if (threads === this.#threads) return;
    this.#threads = threads;
    this.#isStale = true;
    this.#tell();
  }

  /** As of the newest change. Another array only after a change; an entry is another one only where it is different. */
  readonly placed = (): readonly PlacedThread[] => {
    if (!this.#isStale) return this.#placed;
    this.#isStale = false;
    const before = new Map(this.#placed.map((one) => [one.thread, one]));
    this.#placed = this.#threads.map((thread) => {
      const found = this.#find(thread);
      const last = before.get(thread);
      return last && last.found === found ? last : { thread, found };
    });
    return this.#placed;
  };

  /** The same array as long as every thread stands in the same text in the same state, wherever in it: for what lies beside it. */
  readonly standing = (): readonly PlacedThread[] => {
    const placed = this.placed();
    const isSame =
      placed.length === this.#standing.length &&
      placed.every((one, at) => isAsBefore(one, this.#standing[at]));
    if (!isSame) this.#standing = placed;
    return this.#standing;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  close(): void {
    clearTimeout(this.#timer);
    this.#doc.off("update", this.#onUpdate);
    this.index.close();
    this.#listeners.clear();
  }

  readonly #onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Doc, { local }: Transaction): void => {
    this.#isStale = true;
    if (!local) return this.#tell();
    if (this.#timer === undefined) this.#waitingSince = Date.now();
    clearTimeout(this.#timer);
    const left = this.#waitingSince + longest - Date.now();
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, Math.min(rest, left)));
  };

  #find({ anchor }: Thread): Resolution<TextSpan> | undefined {
    return anchor?.kind === "text" ? this.#follower.resolve(anchor) : undefined;
  }

  #tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const listener of this.#listeners) listener();
  }
}

function isAsBefore({ thread, found }: PlacedThread, before: PlacedThread | undefined): boolean {
  if (thread !== before?.thread || found?.state !== before.found?.state) return false;
  if (found === before.found || !found || !before.found) return true;
  if (found.state === "orphaned" || before.found.state === "orphaned") return true;
  return isSamePlace(found.at.where, before.found.at.where);
}

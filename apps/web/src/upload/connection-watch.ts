import type { Clock } from "@consilium/foundation";
import { waitAfter } from "./back-off.ts";

export interface ConnectionWatchParts {
  readonly clock: Clock;
  /** Calls once, after so many milliseconds; returns how not to. */
  readonly later: (act: () => void, milliseconds: number) => () => void;
  /** The time to try again has come. */
  readonly tryAgain: () => void;
  /** Nothing was heard for long, though something is on its way. */
  readonly silent: () => void;
}

/** Milliseconds without a sign of life after which a connection counts as lost, and how often that is looked at. */
const patience = 60_000;
const rhythm = 10_000;

/** When to try again, and whether anything is heard at all. */
export class ConnectionWatch {
  readonly #parts: ConnectionWatchParts;
  /** In a row without an answer. */
  #tries = 0;
  #stopWaiting: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;
  #lastSign = 0;

  constructor(parts: ConnectionWatchParts) {
    this.#parts = parts;
  }

  get isWaiting(): boolean {
    return this.#stopWaiting !== undefined;
  }

  /** Waits, longer each time. Several files that fail together are one try. */
  lost(): void {
    if (this.#stopWaiting) return;
    this.#tries += 1;
    this.#stopWaiting = this.#parts.later(() => this.tryNow(), waitAfter(this.#tries));
  }

  /** Where it waits: no longer. */
  tryNow(): void {
    if (!this.#stopWaiting) return;
    this.stopWaiting();
    this.#parts.tryAgain();
  }

  stopWaiting(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
  }

  gotThrough(): void {
    this.#tries = 0;
    this.sign();
  }

  sign(): void {
    this.#lastSign = this.#parts.clock().getTime();
  }

  /** A connection that dies without a word is found out, as long as something is on its way. */
  watch(isBusy: () => boolean): void {
    this.#stopWatching ??= this.#parts.later(() => {
      this.#stopWatching = undefined;
      if (!isBusy()) return;
      const silence = this.#parts.clock().getTime() - this.#lastSign;
      if (!this.isWaiting && silence > patience) this.#parts.silent();
      this.watch(isBusy);
    }, rhythm);
  }

  close(): void {
    this.stopWaiting();
    this.#stopWatching?.();
  }
}

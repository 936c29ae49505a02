import { Refused } from "../app/refused.ts";
import type { IntakeChange } from "./intake-api.ts";

/** How what was chosen stands. `problem`: the server's sentence; null: it cannot be reached, and is tried again. */
export type SayingState =
  | { readonly state: "idle" }
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly at: Date }
  | { readonly state: "not-saved"; readonly problem: string | null };

export interface Sending {
  /** Ends it: what it says is said anew. */
  readonly signal: AbortSignal;
  /** The page is going: the browser carries it on without the page. */
  readonly isLast: boolean;
}

export interface SayingOptions {
  /** Throws `Refused` where the server will not have it. */
  readonly send: (change: IntakeChange, sending: Sending) => Promise<unknown>;
  /** Milliseconds after the last key until what was typed is sent. */
  readonly rest?: number;
  readonly retry?: number;
  readonly now?: () => Date;
}

/**
 * What was chosen or typed and is not on the server yet: shown at once, sent one after the other, kept until the server has it.
 * A later word for the same step takes the place of an earlier one.
 */
export class Saying {
  readonly #options: Required<SayingOptions>;
  readonly #listeners = new Set<() => void>();
  #pending: IntakeChange = {};
  #state: SayingState = { state: "idle" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;
  #onItsWay = new AbortController();

  constructor({ send, rest = 600, retry = 3000, now = () => new Date() }: SayingOptions) {
    this.#options = { send, rest, retry, now };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SayingState => this.#state;
  readonly pending = (): IntakeChange => this.#pending;

  /** `soon`: more keys may follow. */
  say(change: IntakeChange, soon = false): void {
    this.#pending = { ...this.#pending, ...change };
    this.#set({ state: "saving" });
    clearTimeout(this.#timer);
    if (soon) this.#timer = setTimeout(() => void this.flush(), this.#options.rest);
    else void this.flush();
  }

  /** Resolves when nothing is on its way any more; whether all of it is saved says the state. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#sending) await this.#sending;
    if (Object.keys(this.#pending).length === 0) return;
    this.#sending = this.#send(this.#pending);
    await this.#sending;
  }

  /**
   * The page is going: what waits is sent at once, and not after what is on its way, whose answer nobody would hear. Comes the page back,
   * it is sent again.
   */
  leave(): void {
    clearTimeout(this.#timer);
    if (Object.keys(this.#pending).length === 0) return;
    this.#onItsWay.abort();
    const { signal } = new AbortController();
    this.#options.send(this.#pending, { signal, isLast: true }).catch(() => undefined);
  }

  async #send(sent: IntakeChange): Promise<void> {
    this.#onItsWay = new AbortController();
    try {
      await this.#options.send(sent, { signal: this.#onItsWay.signal, isLast: false });
      this.#pending = without(this.#pending, sent);
      const isAll = Object.keys(this.#pending).length === 0;
      this.#set(isAll ? { state: "saved", at: this.#options.now() } : { state: "saving" });
      if (!isAll) this.#timer = setTimeout(() => void this.flush());
    } catch (cause) {
      if (!(cause instanceof Refused)) {
        this.#set({ state: "not-saved", problem: null });
        this.#timer = setTimeout(() => void this.flush(), this.#options.retry);
      } else this.#set({ state: "not-saved", problem: cause.message });
    } finally {
      this.#sending = undefined;
    }
  }

  #set(state: SayingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** What was said anew while the earlier word was on its way is still to be sent. */
const without = (pending: IntakeChange, sent: IntakeChange): IntakeChange =>
  Object.fromEntries(
    Object.entries(pending).filter(([step, said]) => new Map(Object.entries(sent)).get(step) !== said),
  );

import type { Clock } from "@consilium/foundation";

/** Lets the newest value out, at most every `interval` milliseconds; what is urgent goes at once. */
export class NewestOnly<Value> {
  readonly #out: (value: Value) => void;
  readonly #interval: number;
  readonly #clock: Clock;
  #waiting: { readonly value: Value } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = -Infinity;

  constructor(out: (value: Value) => void, interval: number, clock: Clock) {
    this.#out = out;
    this.#interval = interval;
    this.#clock = clock;
  }

  offer(value: Value, urgent: boolean): void {
    this.#waiting = { value };
    const left = this.#last + this.#interval - this.#clock().getTime();
    if (urgent || left <= 0) return this.#flush();
    this.#timer ??= setTimeout(() => this.#flush(), left);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = undefined;
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.stop();
    if (!waiting) return;
    this.#last = this.#clock().getTime();
    this.#out(waiting.value);
  }
}

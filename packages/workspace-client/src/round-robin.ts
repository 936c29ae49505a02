/** Frames on their way out, one line after the other, so that a long answer of one document holds no keystroke back. */
export interface Outlet {
  readonly send: (frame: Uint8Array) => void;
  readonly waiting: () => number;
}

/** What the socket may hold. More would put a keystroke behind it. */
const highWater = 128 * 1024;
const patience = 20;

export class RoundRobin {
  readonly #outlet: Outlet;
  /** In turn: the line that has just spoken goes to the end. */
  readonly #queues = new Map<number, Uint8Array[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  push(channel: number, frames: readonly Uint8Array[]): void {
    const queue = this.#queues.get(channel);
    if (queue) queue.push(...frames);
    else if (frames.length > 0) this.#queues.set(channel, [...frames]);
    this.#pump();
  }

  forget(channel: number): void {
    this.#queues.delete(channel);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#queues.clear();
  }

  #pump(): void {
    while (this.#outlet.waiting() < highWater) {
      const [next] = this.#queues;
      if (!next) return;
      const [channel, queue] = next;
      const frame = queue.shift();
      this.#queues.delete(channel);
      if (queue.length > 0) this.#queues.set(channel, queue);
      if (frame) this.#outlet.send(frame);
    }
    if (this.#queues.size > 0) this.#timer ??= setTimeout(() => this.#wake(), patience);
  }

  #wake(): void {
    this.#timer = undefined;
    this.#pump();
  }
}

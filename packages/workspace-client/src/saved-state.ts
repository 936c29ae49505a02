/** A local change that the server has not yet said to be committed. */
export interface KeptFrame {
  readonly id: string;
  readonly update: Uint8Array;
}

interface Waiting {
  readonly frame: KeptFrame;
  /** The number of the write message that carries it on the present line; infinite where none does yet. */
  ordinal: number;
}

/**
 * SY-3, protocol 3.3. A line is ordered, so the server acknowledges by count: the first n write messages are committed. The
 * answer to step 1 carries everything local, so all that waits then rides on it. Clocks cannot do this: a deletion raises none.
 */
export class SavedState {
  #waiting: Waiting[] = [];
  #sent = 0;
  #answered = false;

  /** How many local changes are not known to be saved. */
  get count(): number {
    return this.#waiting.length;
  }

  get frames(): readonly KeptFrame[] {
    return this.#waiting.map(({ frame }) => frame);
  }

  /** The newest local change. Infinite: it has not been sent on this line. */
  get need(): number {
    return this.#waiting.reduce((most, { ordinal }) => Math.max(most, ordinal), 0);
  }

  /** Called before the provider's own listener sends it, as the next write message. */
  changed(frame: KeptFrame): void {
    this.#waiting.push({ frame, ordinal: this.#answered ? this.#sent + 1 : Infinity });
  }

  /** Kept from an earlier life of the page, and applied: the next answer carries them. */
  adopt(frames: readonly KeptFrame[]): void {
    this.#waiting.push(...frames.map((frame) => ({ frame, ordinal: Infinity })));
  }

  wrote(isAnswer: boolean): void {
    this.#sent += 1;
    if (!isAnswer) return;
    this.#answered = true;
    for (const one of this.#waiting) one.ordinal = this.#sent;
  }

  /** The server has committed, or given its last word on, the first `count` write messages. Returns what was waiting for that. */
  settled(count: number): readonly KeptFrame[] {
    const done = this.#waiting.filter(({ ordinal }) => ordinal <= count);
    this.#waiting = this.#waiting.filter(({ ordinal }) => ordinal > count);
    return done.map(({ frame }) => frame);
  }

  /** Held by the server: nothing sent so far counts. It asks again, and the answer carries everything. */
  held(): void {
    this.#answered = false;
    for (const one of this.#waiting) one.ordinal = Infinity;
  }

  /** A line has ended, or a new one begins: its numbers mean nothing any more. */
  newLine(): void {
    this.#sent = 0;
    this.held();
  }

  drop(): readonly KeptFrame[] {
    return this.settled(Infinity);
  }
}

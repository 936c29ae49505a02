/** Of this machine, in milliseconds. */
export interface Clocks {
  /** Since 1970, as this machine has it: it may be wrong, and may be set right at any moment. */
  readonly now: () => number;
  /** Since some moment: nobody sets it. */
  readonly elapsed: () => number;
}

/** An answer that was longer on its way says nothing of the time now: the machine may have slept. */
const longestWay = 10_000;
/** Less than that is how clocks run. */
const jump = 2000;

/** How far the clock of this machine is from the server's. */
export class ClockWatch {
  readonly #clocks: Clocks;
  #gap: number | undefined;

  constructor(clocks: Clocks) {
    this.#clocks = clocks;
  }

  /** `askedAt`: by this machine's clock. Milliseconds by which it is ahead of the server's; undefined: this cannot be said. */
  ahead(server: number, askedAt: number): number | undefined {
    const now = this.#clocks.now();
    const way = now - askedAt;
    if (way < 0 || way > longestWay) return undefined;
    this.#gap = this.#now();
    return askedAt + way / 2 - server;
  }

  /** Whether the clock was set since it was compared, or the machine slept: the server has to be asked again. */
  hasJumped(): boolean {
    return this.#gap !== undefined && Math.abs(this.#now() - this.#gap) > jump;
  }

  #now(): number {
    return this.#clocks.now() - this.#clocks.elapsed();
  }
}

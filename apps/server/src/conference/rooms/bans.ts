/** Milliseconds: long enough that nobody disturbs the others by coming back on and on, short enough for whoever's page was at fault. */
export const bannedFor = 10_000;

/** Seats that were cut off from a conference for flooding it, and do not come back at once. Of this process, which has the room. */
export class Bans {
  /** By conference and seat, until when. */
  readonly #until = new Map<string, number>();
  readonly #now: () => number;

  /** `now`: milliseconds of any clock that does not go back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  ban(conference: string, seat: string): void {
    const now = this.#now();
    for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    this.#until.set(`${conference}/${seat}`, now + bannedFor);
  }

  has(conference: string, seat: string): boolean {
    return (this.#until.get(`${conference}/${seat}`) ?? -Infinity) > this.#now();
  }
}

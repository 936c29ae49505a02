import type { Job, SendEvents, Sending, Transport } from "./transport.ts";

/** The files of a delivery that are on their way, by their place in it. */
export class FileSender {
  readonly #open: () => Promise<Transport>;
  readonly #sendings = new Map<number, Sending>();
  /** Wait for the scripts. */
  readonly #ahead = new Set<number>();
  #transport: Promise<Transport> | undefined;
  #isClosed = false;

  /** `open` fetches scripts, which only whoever sends needs. */
  constructor(open: () => Promise<Transport>) {
    this.#open = open;
  }

  /** Goes on with a file that was paused, or begins it. `isStillWanted`: asked once the scripts are there. */
  async send(at: number, job: Job, events: SendEvents, isStillWanted: () => boolean): Promise<void> {
    const earlier = this.#sendings.get(at);
    if (earlier) return earlier.resume();
    this.#ahead.add(at);
    this.#transport ??= this.#open();
    const transport = await this.#transport.catch(() => undefined);
    this.#ahead.delete(at);
    if (this.#isClosed || !isStillWanted()) return;
    if (!transport) {
      this.#transport = undefined;
      return events.failed({ why: "no-answer" });
    }
    const sending = transport.send(job, {
      ...events,
      arrived: () => {
        this.#sendings.delete(at);
        events.arrived();
      },
      failed: (failure) => {
        this.#sendings.delete(at);
        events.failed(failure);
      },
    });
    this.#sendings.set(at, sending);
  }

  has(at: number): boolean {
    return this.#sendings.has(at) || this.#ahead.has(at);
  }

  pause(at: number): void {
    this.#sendings.get(at)?.pause();
  }

  pauseAll(): void {
    for (const sending of this.#sendings.values()) sending.pause();
  }

  resume(at: number): void {
    this.#sendings.get(at)?.resume();
  }

  /** False: it was not on its way. */
  remove(at: number): boolean {
    this.#sendings.get(at)?.remove();
    return this.#sendings.delete(at);
  }

  /** Nothing is sent any more; what has arrived stays. */
  close(): void {
    this.#isClosed = true;
    this.#sendings.clear();
    void this.#transport?.then((transport) => transport.close());
  }
}

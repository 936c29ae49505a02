import type { Router } from "mediasoup/types";
import { NoMedia } from "../media.ts";
import { placeFor, streamsTo } from "./placing.ts";
import { RoomPart } from "./room-part.ts";
import type { Carried, ReadyWorker, WorkerPool } from "./worker-pool.ts";

/** A room's parts: one on one worker at first, others once it outgrows that. They end together. */
export class RoomParts implements Carried {
  readonly #pool: WorkerPool;
  readonly #most: number;
  readonly #parts: RoomPart[] = [];
  #died: (() => void) | undefined;
  #isClosed = false;

  /** `most`: streams that a worker may pass on while another one has space. */
  constructor(pool: WorkerPool, most: number) {
    this.#pool = pool;
    this.#most = most;
  }

  /** The first part's, which everything that is sent can be brought to. */
  async open(): Promise<Router> {
    return this.#begin(await this.#pool.take(this)).router;
  }

  /** Told once, when a worker has died that carries any of it: nothing of the room is there any more then. */
  whenDied(tell: () => void): void {
    this.#died = tell;
  }

  streamsOn(at: ReadyWorker): number {
    return streamsTo(this.#partAt(at)?.people ?? 0, this.#people);
  }

  /** Where somebody is carried: both of their ways at the same place. Throws `NoMedia` where the room is closed. */
  partFor(seat: string): RoomPart {
    const [first, ...others] = this.#parts;
    if (this.#isClosed || !first) throw new NoMedia("The room is closed");
    const before = this.#parts.find((part) => part.has(seat));
    if (before) return before;
    const own = [this.#placeAt(first.at), ...others.map(({ at }) => this.#placeAt(at))] as const;
    const further = this.#pool.leastBusy().filter((at) => !this.#partAt(at));
    const { at } = placeFor({ own, further: further.map((one) => this.#placeAt(one)) }, this.#most);
    const part = this.#partAt(at);
    if (part) return part;
    this.#pool.takeAt(at, this);
    return this.#begin(at);
  }

  close(): void {
    this.#isClosed = true;
    for (const part of this.#parts.splice(0)) this.#giveBack(part);
  }

  get #people(): number {
    return this.#parts.reduce((sum, { people }) => sum + people, 0);
  }

  readonly #partAt = (at: ReadyWorker): RoomPart | undefined => this.#parts.find((part) => part.at === at);

  #placeAt(at: ReadyWorker) {
    const here = this.#partAt(at)?.people ?? 0;
    return { at, here, others: this.#pool.streamsOn(at) - this.streamsOn(at) };
  }

  #begin(at: ReadyWorker): RoomPart {
    const part = new RoomPart(at);
    this.#parts.push(part);
    at.worker.once("died", this.#lost);
    part.router.catch(() => this.#drop(part));
    return part;
  }

  /** One that did not open is tried anew by whoever comes next. */
  #drop(part: RoomPart): void {
    const at = this.#parts.indexOf(part);
    if (at === -1) return;
    this.#parts.splice(at, 1);
    this.#giveBack(part);
  }

  #giveBack(part: RoomPart): void {
    part.at.worker.off("died", this.#lost);
    part.close();
    this.#pool.giveBack(part.at, this);
  }

  readonly #lost = (): void => {
    this.close();
    this.#died?.();
  };
}

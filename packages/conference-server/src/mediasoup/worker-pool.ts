import type { WebRtcServer, Worker } from "mediasoup/types";
import { startWorker } from "./start-worker.ts";

export interface ListenSettings {
  /** The address of this machine on which streams are heard. */
  readonly ip: string;
  /** What browsers are told instead, where the machine stands behind other addresses: the one to try first before the next. */
  readonly announced: readonly string[];
  /** Of the first worker, UDP and TCP; the next ones have the next ports. Undefined: any that are free. */
  readonly port: number | undefined;
}

export interface PoolSettings extends ListenSettings {
  /** The worker's program. */
  readonly program: string;
  /** Workers that carry rooms. One more is kept warm. */
  readonly workers: number;
}

/** A worker, and the one port over which all of its streams go. */
export interface ReadyWorker {
  readonly worker: Worker;
  readonly server: WebRtcServer;
  /** Which of the pool's places it has, and so which port. */
  readonly place: number;
}

/** Something of a room that workers carry. */
export interface Carried {
  /** Streams of it that this one passes on. */
  readonly streamsOn: (at: ReadyWorker) => number;
}

/** Where streams cannot be heard. */
export class CannotListen extends Error {}

/** Milliseconds until another is warmed up where that went wrong. */
const untilNextTry = 1000;

/** Workers, one a core, and a warm one: a room whose worker dies is carried by another within milliseconds. */
export class WorkerPool {
  readonly #settings: PoolSettings;
  readonly #ended: AbortSignal;
  readonly #ready: ReadyWorker[] = [];
  readonly #carried = new WeakMap<ReadyWorker, Set<Carried>>();
  readonly #free: number[];
  #spare: Promise<ReadyWorker> | undefined;
  #promoting: Promise<ReadyWorker> | undefined;
  #again: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `ended`: no worker that is being started is waited for from then on. */
  constructor(settings: PoolSettings, ended: AbortSignal) {
    this.#settings = settings;
    this.#ended = ended;
    this.#free = Array.from({ length: settings.workers + 1 }, (_, place) => place);
  }

  /** Throws where a worker does not start, or its port is taken; none is left then. */
  async start(): Promise<void> {
    const starting = Array.from({ length: this.#settings.workers }, () => this.#begin());
    const started = await Promise.allSettled(starting);
    for (const one of started) if (one.status === "fulfilled") this.#ready.push(one.value);
    const failed = started.find((one) => one.status === "rejected");
    if (!failed) return this.#keepSpare();
    await this.close();
    throw failed.reason;
  }

  /** The least busy worker; the warm one where all have died. */
  async take(room: Carried): Promise<ReadyWorker> {
    const [least] = this.leastBusy();
    const taken = least ?? (await this.#promote());
    this.takeAt(taken, room);
    return taken;
  }

  takeAt(taken: ReadyWorker, room: Carried): void {
    this.#carried.set(taken, this.#roomsOn(taken).add(room));
  }

  /** Nothing of the room is on it any more. */
  giveBack(taken: ReadyWorker, room: Carried): void {
    this.#carried.get(taken)?.delete(room);
  }

  /** Those that carry, by the streams that they pass on; where these are as many, by rooms. */
  leastBusy(): readonly ReadyWorker[] {
    return this.#ready.toSorted(
      (one, other) =>
        this.streamsOn(one) - this.streamsOn(other) || this.#roomsOn(one).size - this.#roomsOn(other).size,
    );
  }

  streamsOn(at: ReadyWorker): number {
    return [...this.#roomsOn(at)].reduce((sum, room) => sum + room.streamsOn(at), 0);
  }

  workers(): readonly number[] {
    return this.#ready.map(({ worker }) => worker.pid);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#again);
    await this.#promoting?.catch(() => undefined);
    const spare = await this.#spare?.catch(() => undefined);
    spare?.worker.close();
    for (const { worker } of this.#ready.splice(0)) worker.close();
  }

  readonly #roomsOn = (at: ReadyWorker): Set<Carried> => this.#carried.get(at) ?? new Set();

  async #begin(): Promise<ReadyWorker> {
    const place = this.#free.shift();
    if (place === undefined) throw new CannotListen("Every port of the media server is in use.");
    try {
      return await this.#beginAt(place);
    } catch (cause) {
      this.#free.push(place);
      throw cause;
    }
  }

  async #beginAt(place: number): Promise<ReadyWorker> {
    const worker = await startWorker(this.#settings.program, this.#ended);
    try {
      const server = await this.#listen(worker, place);
      const ready = { worker, server, place };
      worker.on("died", () => this.#lost(ready));
      return ready;
    } catch (cause) {
      worker.close();
      throw cause;
    }
  }

  async #listen(worker: Worker, place: number): Promise<WebRtcServer> {
    const { ip, announced, port: first } = this.#settings;
    const [announcedAddress] = announced;
    const port = first === undefined ? undefined : first + place;
    const at = { ip, ...(port !== undefined && { port }), ...(announcedAddress && { announcedAddress }) };
    const listenInfos = (["udp", "tcp"] as const).map((protocol) => ({ ...at, protocol }));
    try {
      return await worker.createWebRtcServer({ listenInfos });
    } catch (cause) {
      const where = port === undefined ? ip : `${ip}, port ${port}`;
      throw new CannotListen(
        `Video cannot be received at ${where}: the port is taken, or the address is none of this machine's.`,
        { cause },
      );
    }
  }

  /** The dead one's port is free again: the next warm one may listen there. */
  #lost(dead: ReadyWorker): void {
    this.#free.push(dead.place);
    const at = this.#ready.indexOf(dead);
    if (this.#isClosed) return;
    if (at === -1) {
      this.#spare = undefined;
      return this.#warmUpLater();
    }
    this.#ready.splice(at, 1);
    void this.#promote().catch(() => undefined);
  }

  /** The warm one carries from now on, and another is warmed up. One for all who ask at once. */
  #promote(): Promise<ReadyWorker> {
    this.#promoting ??= this.#bring().finally(() => {
      this.#promoting = undefined;
    });
    return this.#promoting;
  }

  async #bring(): Promise<ReadyWorker> {
    const spare = await this.#spare?.catch(() => undefined);
    this.#spare = undefined;
    const brought = spare && !spare.worker.closed ? spare : await this.#begin();
    this.#ready.push(brought);
    this.#keepSpare();
    return brought;
  }

  #keepSpare(): void {
    if (this.#isClosed || this.#spare) return;
    const spare = this.#begin();
    this.#spare = spare;
    spare.catch(() => {
      if (this.#spare === spare) this.#spare = undefined;
      this.#warmUpLater();
    });
  }

  /** Not at once: what cannot live would be begun without end. */
  #warmUpLater(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => this.#keepSpare(), untilNextTry).unref();
  }
}

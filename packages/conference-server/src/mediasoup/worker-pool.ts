import { createWorker } from "mediasoup";
import type { WebRtcServer, Worker } from "mediasoup/types";

export interface ListenSettings {
  /** The address of this machine on which streams are heard. */
  readonly ip: string;
  /** What browsers are told instead, where the machine stands behind another address. */
  readonly announced: string | undefined;
  /** Of the first worker, UDP and TCP; the next ones have the next ports. */
  readonly port: number;
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
  readonly port: number;
}

/** Workers, one a core, and a warm one: a room whose worker dies is carried by another within milliseconds. */
export class WorkerPool {
  readonly #settings: PoolSettings;
  readonly #ready: ReadyWorker[] = [];
  readonly #rooms = new Map<Worker, number>();
  #spare: Promise<ReadyWorker> | undefined;
  #isClosed = false;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
  }

  /** Throws where a worker does not start, or its port is taken. */
  async start(): Promise<void> {
    const started = await Promise.all(
      Array.from({ length: this.#settings.workers }, (_, at) => this.#begin(this.#settings.port + at)),
    );
    this.#ready.push(...started);
    this.#keepSpare(this.#settings.port + this.#settings.workers);
  }

  /** The worker with the fewest rooms; the warm one where all have died. */
  async take(): Promise<ReadyWorker> {
    const [least] = this.#ready.toSorted((one, other) => this.#roomsOf(one) - this.#roomsOf(other));
    const taken = least ?? (await this.#promote());
    this.#rooms.set(taken.worker, this.#roomsOf(taken) + 1);
    return taken;
  }

  /** A room has closed. */
  giveBack({ worker }: ReadyWorker): void {
    this.#rooms.set(worker, Math.max(0, (this.#rooms.get(worker) ?? 1) - 1));
  }

  workers(): readonly number[] {
    return this.#ready.map(({ worker }) => worker.pid);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { worker } of this.#ready.splice(0)) worker.close();
    const spare = await this.#spare?.catch(() => undefined);
    spare?.worker.close();
  }

  readonly #roomsOf = ({ worker }: ReadyWorker): number => this.#rooms.get(worker) ?? 0;

  async #begin(port: number): Promise<ReadyWorker> {
    const { ip, announced, program } = this.#settings;
    const worker = await createWorker({ logLevel: "error", workerBin: program });
    const at = { ip, port, ...(announced !== undefined && { announcedAddress: announced }) };
    try {
      const server = await worker.createWebRtcServer({
        listenInfos: [
          { ...at, protocol: "udp" },
          { ...at, protocol: "tcp" },
        ],
      });
      const ready = { worker, server, port };
      worker.on("died", () => this.#lost(ready));
      return ready;
    } catch (cause) {
      worker.close();
      throw cause;
    }
  }

  /** The dead one's port is free again: the next warm one listens there. */
  #lost(dead: ReadyWorker): void {
    this.#rooms.delete(dead.worker);
    const at = this.#ready.indexOf(dead);
    if (at !== -1) this.#ready.splice(at, 1);
    if (this.#isClosed) return;
    if (at === -1) this.#keepSpare(dead.port);
    else void this.#promote(dead.port).catch(() => undefined);
  }

  /** The warm one carries from now on, and another is warmed up. */
  async #promote(portOfNext?: number): Promise<ReadyWorker> {
    const promised = this.#spare ?? this.#begin(portOfNext ?? this.#settings.port);
    this.#spare = undefined;
    const promoted = await promised;
    if (!this.#ready.includes(promoted)) this.#ready.push(promoted);
    if (portOfNext !== undefined && portOfNext !== promoted.port) this.#keepSpare(portOfNext);
    return promoted;
  }

  #keepSpare(port: number): void {
    this.#spare = this.#begin(port);
    this.#spare.catch(() => {
      this.#spare = undefined;
    });
  }
}

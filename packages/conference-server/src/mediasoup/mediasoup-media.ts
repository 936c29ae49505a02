import { setTimeout as pause } from "node:timers/promises";
import { type Media, type MediaEvents, type MediaHealth, type MediaRoom, NoMedia } from "../media.ts";
import type { Say } from "../worker/find-worker.ts";
import { answered } from "./answered.ts";
import { MediasoupRoom } from "./mediasoup-room.ts";
import { mostStreams } from "./placing.ts";
import { RoomParts } from "./room-parts.ts";
import { CannotListen, type PoolSettings, WorkerPool } from "./worker-pool.ts";

/** How often the loudest of those who speak is looked for. Milliseconds. */
const speakerInterval = 300;

/** Milliseconds until it is tried again to listen. */
const untilNextTry = 2000;

export interface MediasoupSettings extends Omit<PoolSettings, "program"> {
  /** The worker's program, once it is there. Throws why there is none. */
  readonly findProgram: (say: Say, ended: AbortSignal) => Promise<string>;
  /** That a worker passes on before a room goes on on another one. Without it, what is measured to be sound. */
  readonly mostStreams?: number;
  /** Told each time the health is another one, with what nobody but the operator needs to know of why. */
  readonly changed?: (health: MediaHealth, cause?: unknown) => void;
}

/** Media by mediasoup. Ready some time after `begin`, once the worker's program is there; until then, and without, the app goes on. */
export class MediasoupMedia implements Media {
  readonly #settings: MediasoupSettings;
  readonly #ended = new AbortController();
  #health: MediaHealth = { is: "building", because: "The media server is being looked for." };
  #beginning: Promise<void> | undefined;
  #pool: WorkerPool | undefined;

  constructor(settings: MediasoupSettings) {
    this.#settings = settings;
  }

  begin(): void {
    if (this.#ended.signal.aborted) return;
    this.#beginning ??= this.#start().catch((cause: unknown) => {
      if (this.#ended.signal.aborted) return;
      const because = cause instanceof Error ? cause.message : String(cause);
      this.#change({ is: "unavailable", because }, cause);
    });
  }

  health(): MediaHealth {
    return this.#health;
  }

  async openRoom(events: MediaEvents): Promise<MediaRoom> {
    const pool = this.#pool;
    if (this.#health.is !== "ready" || !pool) throw new NoMedia(this.#health.is);
    const parts = new RoomParts(pool, this.#settings.mostStreams ?? mostStreams);
    try {
      const router = await answered(parts.open());
      const speakers = await answered(router.createActiveSpeakerObserver({ interval: speakerInterval }));
      parts.whenDied(events.died);
      const alsoAnnounced = this.#settings.announced.slice(1);
      return new MediasoupRoom({ parts, router, alsoAnnounced, speakers, events });
    } catch (cause) {
      parts.close();
      throw cause;
    }
  }

  /** Process ids of those that carry rooms, for whoever watches over them. */
  workers(): readonly number[] {
    return this.#pool?.workers() ?? [];
  }

  /** A build that runs is ended, and goes on from where it was the next time. */
  async close(): Promise<void> {
    this.#health = { is: "unavailable", because: "The server is being stopped." };
    this.#ended.abort();
    await this.#beginning;
    await this.#pool?.close();
  }

  async #start(): Promise<void> {
    const { findProgram, ...settings } = this.#settings;
    const program = await findProgram((health) => this.#change(health), this.#ended.signal);
    this.#pool = await this.#startPool({ ...settings, program });
    this.#change({ is: "ready" });
  }

  /** Tries again while it cannot listen: a server that is being stopped may have the ports still. */
  async #startPool(settings: PoolSettings): Promise<WorkerPool> {
    for (;;) {
      const pool = new WorkerPool(settings, this.#ended.signal);
      try {
        await pool.start();
        return pool;
      } catch (cause) {
        if (!(cause instanceof CannotListen)) throw cause;
        this.#change({ is: "unavailable", because: cause.message }, cause);
      }
      await pause(untilNextTry, undefined, { signal: this.#ended.signal });
    }
  }

  #change(health: MediaHealth, cause?: unknown): void {
    if (this.#ended.signal.aborted) return;
    const before = this.#health;
    this.#health = health;
    if (JSON.stringify(before) !== JSON.stringify(health)) this.#settings.changed?.(health, cause);
  }
}

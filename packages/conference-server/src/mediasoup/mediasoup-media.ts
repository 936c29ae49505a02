import { type Media, type MediaEvents, type MediaHealth, type MediaRoom, NoMedia } from "../media.ts";
import { codecs } from "./codecs.ts";
import { MediasoupRoom } from "./mediasoup-room.ts";
import { type PoolSettings, WorkerPool } from "./worker-pool.ts";

/** How often the loudest of those who speak is looked for. Milliseconds. */
const speakerInterval = 300;

export interface MediasoupSettings extends Omit<PoolSettings, "program"> {
  /** The worker's program, once it is there. Throws why there is none. */
  readonly findProgram: (building: (sentence: string) => void) => Promise<string>;
}

/** Media by mediasoup. It begins at once and is ready once the worker's program is there; until then, and without, the app goes on. */
export class MediasoupMedia implements Media {
  #health: MediaHealth = { is: "building", because: "The media server is being looked for." };
  #pool: WorkerPool | undefined;

  constructor(settings: MediasoupSettings) {
    void this.#begin(settings).catch((cause: unknown) => {
      this.#health = { is: "unavailable", because: cause instanceof Error ? cause.message : String(cause) };
    });
  }

  health(): MediaHealth {
    return this.#health;
  }

  async openRoom(events: MediaEvents): Promise<MediaRoom> {
    const pool = this.#pool;
    if (this.#health.is !== "ready" || !pool) throw new NoMedia(this.#health.is);
    const taken = await pool.take();
    taken.worker.once("died", events.died);
    const router = await taken.worker.createRouter({ mediaCodecs: codecs });
    const speakers = await router.createActiveSpeakerObserver({ interval: speakerInterval });
    return new MediasoupRoom({
      router,
      server: taken.server,
      speakers,
      events,
      closed: () => {
        taken.worker.off("died", events.died);
        pool.giveBack(taken);
      },
    });
  }

  /** Process ids of those that carry rooms, for whoever watches over them. */
  workers(): readonly number[] {
    return this.#pool?.workers() ?? [];
  }

  async close(): Promise<void> {
    this.#health = { is: "unavailable", because: "The server is being stopped." };
    await this.#pool?.close();
  }

  async #begin({ findProgram, ...settings }: MediasoupSettings): Promise<void> {
    const program = await findProgram((because) => {
      this.#health = { is: "building", because };
    });
    const pool = new WorkerPool({ ...settings, program });
    await pool.start();
    this.#pool = pool;
    this.#health = { is: "ready" };
  }
}

import type { Source, Stream } from "@consilium/conference";
import type { CallSettings } from "./call-settings.ts";
import { Way } from "./way.ts";

/** The streams of a page: what it sends, and what it receives of others. Begun anew as a whole when the room has moved. */
export class Call {
  readonly #settings: CallSettings;
  /** What this page sends, also while the room moves. */
  readonly #tracks = new Map<Source, MediaStreamTrack>();
  readonly #paused = new Set<Source>();
  #way: Way | undefined;

  constructor(settings: CallSettings) {
    this.#settings = settings;
  }

  /** Begins, or begins anew: asks what the room carries, opens both ways, sends what was sent, receives what others send. */
  async begin(): Promise<void> {
    this.#way?.close();
    const way = await Way.open(this.#settings);
    this.#way = way;
    for (const [source, track] of this.#tracks) await way.send(source, track, this.#paused.has(source));
    for (const stream of way.known) await way.receive(stream);
  }

  async send(source: Source, track: MediaStreamTrack): Promise<void> {
    this.#tracks.set(source, track);
    this.#paused.delete(source);
    await this.#way?.send(source, track, false);
  }

  async stop(source: Source): Promise<void> {
    this.#tracks.delete(source);
    await this.#way?.stop(source);
  }

  async pause(source: Source, isPaused: boolean): Promise<void> {
    if (isPaused) this.#paused.add(source);
    else this.#paused.delete(source);
    await this.#way?.pause(source, isPaused);
  }

  /** Somebody else sends something more. */
  async added(stream: Stream): Promise<void> {
    await this.#way?.receive(stream);
  }

  ended(producer: string): void {
    this.#way?.forget(producer);
  }

  /** How large a picture is wished; null: it is not on screen. */
  async wish(producer: string, spatial: number | null): Promise<void> {
    await this.#way?.wish(producer, spatial);
  }

  /** The line was lost, or the address of this machine changed: both ways are looked for again, without waiting for a sign. */
  async restart(): Promise<void> {
    await this.#way?.restart();
  }

  close(): void {
    this.#way?.close();
    this.#way = undefined;
    this.#tracks.clear();
  }
}

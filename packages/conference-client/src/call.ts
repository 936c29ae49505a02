import type { Source, Stream } from "@consilium/conference";
import type { CallSettings } from "./call-settings.ts";
import { ConferenceRefused } from "./signalling.ts";
import { Way } from "./way.ts";
import { type Wish, Wishes } from "./wishes.ts";

/** The streams of a page: what it sends, and what it receives of others. Begun anew as a whole when the room has moved. */
export class Call {
  readonly #settings: CallSettings;
  /** What this page sends, also while the room moves. */
  readonly #tracks = new Map<Source, MediaStreamTrack>();
  readonly #paused = new Set<Source>();
  /** What others began to send while this page opened its ways. */
  readonly #missed = new Map<string, Stream>();
  readonly #wishes = new Wishes();
  #way: Way | undefined;
  #begun = 0;

  constructor(settings: CallSettings) {
    this.#settings = settings;
  }

  /** Begins, or begins anew: asks what the room carries, opens both ways, sends what was sent, receives what others send. */
  async begin(): Promise<void> {
    const turn = (this.#begun += 1);
    this.#way?.close();
    this.#way = undefined;
    this.#missed.clear();
    const way = await Way.open({ settings: this.#settings, wishes: this.#wishes });
    // It was begun anew, or closed, meanwhile.
    if (turn !== this.#begun) return way.close();
    this.#way = way;
    for (const [source, track] of this.#tracks) await way.send(source, track, this.#paused.has(source));
    await way.receiveAll([...way.known, ...this.#missed.values()]);
  }

  /** Sends it, or another track of the same source instead. */
  async send(source: Source, track: MediaStreamTrack, isPaused = false): Promise<void> {
    this.#tracks.set(source, track);
    if (isPaused) this.#paused.add(source);
    else this.#paused.delete(source);
    await this.#way?.send(source, track, isPaused);
  }

  async stop(source: Source): Promise<void> {
    this.#tracks.delete(source);
    this.#settings.events.unsent(source, false);
    await this.#way?.stop(source);
  }

  async pause(source: Source, isPaused: boolean): Promise<void> {
    if (isPaused) this.#paused.add(source);
    else this.#paused.delete(source);
    await this.#way?.pause(source, isPaused);
  }

  /** Somebody else sends something more. */
  async added(stream: Stream): Promise<void> {
    if (!this.#way) this.#missed.set(stream.producer, stream);
    await this.#way?.receive(stream);
  }

  ended(producer: string): void {
    this.#missed.delete(producer);
    this.#wishes.forget(producer);
    this.#way?.forget(producer);
  }

  /** How large a picture is wished, also before it is received; null: it is not on screen. */
  async wish(producer: string, wish: Wish): Promise<void> {
    this.#wishes.set(producer, wish);
    await this.#way?.wish(producer);
  }

  /** The line is back: both ways are looked for again, and what was missed is made up for. Where nothing of it is left, anew. */
  async resume(): Promise<void> {
    const way = this.#way;
    if (!way) return;
    try {
      if (!(await way.resume())) await this.begin();
    } catch (cause) {
      if (!(cause instanceof ConferenceRefused)) throw cause;
      await this.begin();
    }
  }

  /** What the browser counts of what it sends, and of what arrives. Undefined: no ways are open. */
  async count(): Promise<readonly RTCStatsReport[] | undefined> {
    return this.#way?.count();
  }

  close(): void {
    this.#begun += 1;
    this.#way?.close();
    this.#way = undefined;
    this.#tracks.clear();
  }
}

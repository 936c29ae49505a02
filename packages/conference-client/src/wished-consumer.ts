import type { Consumer } from "mediasoup-client/types";
import type { Signalling } from "./signalling.ts";
import type { Wish } from "./wishes.ts";

export interface WishedConsumerSettings {
  readonly signalling: Signalling;
  readonly consumer: Consumer;
  /** As it is wished now; undefined: nobody has said, and it comes as large as it can. */
  readonly wish: () => Wish | undefined;
}

/** Something that is received, as it is wished. The server holds it at first. */
export class WishedConsumer {
  readonly #settings: WishedConsumerSettings;
  /** What the server has agreed to. */
  #layer: number | undefined;
  #isPaused = true;
  #isAsking = false;

  constructor(settings: WishedConsumerSettings) {
    this.#settings = settings;
  }

  /** One request after the other until it comes as it is wished: what is wished meanwhile counts after the next answer. */
  async follow(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      for (let step = this.#next(); step; step = this.#next()) await step();
    } finally {
      this.#isAsking = false;
    }
  }

  close(): void {
    this.#settings.consumer.close();
  }

  #next(): (() => Promise<void>) | undefined {
    if (this.#settings.consumer.closed) return undefined;
    const wish = this.#settings.wish();
    if (wish === null) return this.#isPaused ? undefined : () => this.#pause(true);
    if (wish !== undefined && wish !== this.#layer) return () => this.#setLayer(wish);
    return this.#isPaused ? () => this.#pause(false) : undefined;
  }

  async #setLayer(spatial: number): Promise<void> {
    const { signalling, consumer } = this.#settings;
    await signalling.ask("setLayers", { consumer: consumer.id, spatial, temporal: 2 });
    this.#layer = spatial;
  }

  async #pause(isPaused: boolean): Promise<void> {
    const { signalling, consumer } = this.#settings;
    await signalling.ask(isPaused ? "pauseConsumer" : "resumeConsumer", { consumer: consumer.id });
    this.#isPaused = isPaused;
  }
}

import type { Router, WebRtcTransport } from "mediasoup/types";
import { codecs, firstBitrate } from "./codecs.ts";
import type { ReadyWorker } from "./worker-pool.ts";

/** What a room has on one worker: a router, and the ways of those who are carried there. */
export class RoomPart {
  readonly at: ReadyWorker;
  readonly router: Promise<Router>;
  /** Whose ways are here, or are being opened, and how many. */
  readonly #ways = new Map<string, number>();

  constructor(at: ReadyWorker) {
    this.at = at;
    this.router = at.worker.createRouter({ mediaCodecs: codecs });
  }

  get people(): number {
    return this.#ways.size;
  }

  has(seat: string): boolean {
    return this.#ways.has(seat);
  }

  /** They count as here from the call on, until their last way closes. */
  async openTransport(seat: string): Promise<WebRtcTransport> {
    this.#count(seat, 1);
    try {
      const router = await this.router;
      const transport = await router.createWebRtcTransport({
        webRtcServer: this.at.server,
        enableUdp: true,
        enableTcp: true,
        preferUdp: true,
        initialAvailableOutgoingBitrate: firstBitrate,
      });
      transport.observer.on("close", () => this.#count(seat, -1));
      return transport;
    } catch (cause) {
      this.#count(seat, -1);
      throw cause;
    }
  }

  /** Nothing is said to a worker that has died. */
  close(): void {
    void this.router.then(
      (router) => router.closed || router.close(),
      () => undefined,
    );
  }

  #count(seat: string, more: 1 | -1): void {
    const ways = (this.#ways.get(seat) ?? 0) + more;
    if (ways > 0) this.#ways.set(seat, ways);
    else this.#ways.delete(seat);
  }
}

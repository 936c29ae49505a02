import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { observer } from "mediasoup";
import type { PlainTransport, Router, WebRtcTransport, Worker } from "mediasoup/types";
import { vi } from "vitest";

const ip = "127.0.0.1";

/**
 * In place of a browser's ways into rooms: plain ones, which a test sends to and hears at without keys. Of workers that are begun from
 * now on.
 */
export class PlainWays {
  /** In the order in which they were opened. */
  readonly routers: Router[] = [];
  readonly #ways = new Map<string, PlainTransport>();
  readonly #sockets: Socket[] = [];

  constructor() {
    observer.on("newworker", this.#watch);
  }

  /** Where what a way receives may be sent to. */
  portOf(way: string): number {
    return this.#find(way).tuple.localPort;
  }

  /** From which a way takes what is sent, and to which it sends. */
  async socketAt(way: string): Promise<Socket> {
    const socket = createSocket("udp4");
    this.#sockets.push(socket);
    socket.connect(this.portOf(way), ip);
    await once(socket, "connect");
    return socket;
  }

  close(): void {
    observer.off("newworker", this.#watch);
    for (const socket of this.#sockets.splice(0)) socket.close();
  }

  #find(way: string): PlainTransport {
    const found = this.#ways.get(way);
    if (!found) throw new Error("There is no such way");
    return found;
  }

  readonly #watch = ({ observer: worker }: Worker): void => {
    worker.on("newrouter", (router) => {
      this.routers.push(router);
      vi.spyOn(router, "createWebRtcTransport").mockImplementation(() => this.#open(router));
    });
  };

  // oxlint-disable-next-line typescript/no-explicit-any -- As mediasoup types what it stands in for.
  async #open(router: Router): Promise<WebRtcTransport<any>> {
    const listenInfo = { protocol: "udp" as const, ip };
    const way = await router.createPlainTransport({ listenInfo, comedia: true });
    this.#ways.set(way.id, way);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What a room asks of a way, they both have.
    return Object.assign(way, { iceCandidates: [] }) as unknown as WebRtcTransport;
  }
}

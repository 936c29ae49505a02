import { WebSocket } from "ws";
import type { Place } from "./place.ts";
import { plainWire, type Wire } from "./wire.ts";

/** y-websocket's messages as they go through one socket. */
export interface Traffic {
  readonly sent: (message: Uint8Array) => void;
  readonly heard: (message: Uint8Array) => void;
}

/** The class that y-websocket's provider makes its sockets of, over any server's wire: the same client works with all of them. */
export function socketFor(place: Place, traffic?: Traffic): typeof globalThis.WebSocket {
  class PlaceSocket extends ProviderSocket {
    constructor(address: string | URL) {
      super(address, place, traffic);
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has what the provider uses of the browser's class, and not the rest of it.
  return PlaceSocket as unknown as typeof globalThis.WebSocket;
}

class ProviderSocket {
  readonly OPEN = WebSocket.OPEN;
  binaryType = "arraybuffer";
  onopen: (() => void) | undefined;
  onmessage: ((event: { data: Uint8Array }) => void) | undefined;
  onerror: ((event: unknown) => void) | undefined;
  onclose: ((event: { code: number; reason: string }) => void) | undefined;
  readonly #socket: WebSocket;
  readonly #wire: Wire;
  readonly #traffic: Traffic | undefined;

  constructor(address: string | URL, { cookie, wire = plainWire }: Place, traffic: Traffic | undefined) {
    // A browser sends its cookies by itself.
    const headers = cookie === undefined ? {} : { cookie };
    this.#wire = wire;
    this.#traffic = traffic;
    this.#socket = new WebSocket(address, { perMessageDeflate: false, headers });
    this.#socket.on("open", () => {
      if (wire.greeting) this.#socket.send(wire.greeting);
      this.onopen?.();
    });
    this.#socket.on("error", (error) => this.onerror?.(error));
    this.#socket.on("close", (code, reason) => this.onclose?.({ code, reason: reason.toString() }));
    this.#socket.on("message", (data: Buffer) => this.#heard(data));
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(message: Uint8Array): void {
    this.#traffic?.sent(message);
    this.#socket.send(this.#wire.wrap(message));
  }

  close(): void {
    this.#socket.close();
  }

  #heard(data: Buffer): void {
    const message = this.#wire.unwrap(data);
    if (!message) return;
    this.#traffic?.heard(message);
    this.onmessage?.({ data: message });
  }
}

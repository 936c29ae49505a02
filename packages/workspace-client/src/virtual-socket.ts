/** What y-websocket 3.1 touches of a WebSocket. `OPEN` is read from the instance; handlers are set, and set to null. */
export interface VirtualSocketOwner {
  /** The provider has made a socket; it waits until `opened`. */
  readonly made: (socket: VirtualSocket) => void;
  readonly send: (socket: VirtualSocket, message: Uint8Array) => void;
  readonly closed: (socket: VirtualSocket) => void;
}

type Handler<Event> = ((event: Event) => void) | null;

export class VirtualSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readyState: 0 | 1 | 3 = 0;
  binaryType = "arraybuffer";
  onopen: Handler<object> = null;
  onmessage: Handler<{ readonly data: Uint8Array }> = null;
  onclose: Handler<{ readonly code: number; readonly reason: string }> = null;
  onerror: Handler<object> = null;
  readonly #owner: VirtualSocketOwner;

  constructor(owner: VirtualSocketOwner) {
    this.#owner = owner;
    owner.made(this);
  }

  send(message: Uint8Array): void {
    if (this.readyState === this.OPEN) this.#owner.send(this, message);
  }

  /** y-websocket has taken its handlers away by then. */
  close(): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.#owner.closed(this);
  }

  opened(): void {
    if (this.readyState !== this.CONNECTING) return;
    this.readyState = this.OPEN;
    this.onopen?.({ type: "open" });
  }

  hear(message: Uint8Array): void {
    if (this.readyState === this.OPEN) this.onmessage?.({ data: message });
  }

  ended(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.onclose?.({ code, reason });
  }
}

/** The class that a provider is given: each document has its own. */
export function socketClassFor(owner: VirtualSocketOwner): typeof WebSocket {
  const made = class extends VirtualSocket {
    constructor() {
      super(owner);
    }
  };
  // y-websocket's types ask for the whole of WebSocket; it touches what stands above (read in 3.1.0).
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return made as unknown as typeof WebSocket;
}

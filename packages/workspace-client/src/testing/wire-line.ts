import type { Dial, SocketEvents } from "../real-socket.ts";

/** The server's end of one socket. */
export interface ServerEnd {
  readonly url: string;
  readonly send: (frame: Uint8Array) => void;
  readonly close: (code: number, reason: string) => void;
}

export interface WireServer {
  readonly connected: (end: ServerEnd) => {
    readonly heard: (frame: Uint8Array) => void;
    readonly gone: () => void;
  };
}

interface Open {
  readonly events: SocketEvents;
  readonly up: Uint8Array[];
  readonly down: (() => void)[];
  readonly server: ReturnType<WireServer["connected"]>;
}

const nobodyThere = { send: () => {}, waiting: () => 0, close: () => {} };

/** A line that can be cut, over which frames travel one at a time. */
export class WireLine {
  /** While it is false nobody gets through. */
  reachable = true;
  /** How often somebody tried. */
  dialled = 0;
  readonly #server: WireServer;
  #open: Open | undefined;

  constructor(server: WireServer) {
    this.#server = server;
  }

  readonly dial: Dial = (url, _protocol, events) => {
    this.dialled += 1;
    if (!this.reachable) {
      queueMicrotask(() => events.closed(1006, ""));
      return nobodyThere;
    }
    const mine = this.#connect(url, events);
    this.#open = mine;
    return {
      send: (frame) => void mine.up.push(frame),
      waiting: () => 0,
      close: () => this.#end(mine, 1005, ""),
    };
  };

  /** One frame arrives. False: nothing was on its way. */
  deliverUp(): boolean {
    const open = this.#open;
    const frame = open?.up.shift();
    if (frame) open?.server.heard(frame);
    return frame !== undefined;
  }

  /** One frame, the opening or the close arrives. False: nothing was on its way. */
  deliverDown(): boolean {
    const arrive = this.#open?.down.shift();
    arrive?.();
    return arrive !== undefined;
  }

  cut(): void {
    if (this.#open) this.#end(this.#open, 1006, "");
  }

  #connect(url: string, events: SocketEvents): Open {
    const down = [() => events.opened()];
    const server = this.#server.connected({
      url,
      send: (frame) => void down.push(() => events.heard(frame)),
      close: (code, reason) => void down.push(() => this.#end(made, code, reason)),
    });
    const made: Open = { events, up: [], down, server };
    return made;
  }

  #end(of: Open, code: number, reason: string): void {
    if (this.#open !== of) return;
    this.#open = undefined;
    of.server.gone();
    of.events.closed(code, reason);
  }
}

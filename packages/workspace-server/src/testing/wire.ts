import type { Door, Socket } from "../doors/socket.ts";

/** A socket whose two ends are driven by hand: what is sent waits until it is delivered. */
export interface Wire {
  door: Door | undefined;
  readonly up: Uint8Array[];
  readonly down: Uint8Array[];
  readonly untaken: (() => void)[];
  isClosed: boolean;
}

export const createWire = (): Wire => ({ door: undefined, up: [], down: [], untaken: [], isClosed: false });

/** The server's end. Without `waiting` the network takes everything at once. */
export const socketOf = (
  wire: Wire,
  closed: (code: number) => void,
  waiting: (() => number) | undefined,
): Socket => ({
  send: (message, taken) => {
    wire.down.push(message);
    if (waiting) wire.untaken.push(taken);
    else taken();
  },
  close: (code) => {
    wire.isClosed = true;
    closed(code);
  },
  waiting: waiting ?? (() => 0),
});

/** What a test does with the client's end. */
export interface Hands {
  readonly connected: () => boolean;
  readonly cut: () => void;
  /** The process at the other end is gone, or does not know yet that this end is. */
  readonly lose: () => void;
  /** One message arrives at the server, at the client. False: none was on its way. */
  readonly deliverUp: () => boolean;
  readonly deliverDown: () => boolean;
  /** What is on its way down never arrives. */
  readonly loseDown: () => void;
  /** A slow network has handed on a little of what waits. */
  readonly takeSome: () => void;
  /** Takes back the message that it sent last. */
  readonly takeBack: () => Uint8Array;
  /** Whatever an honest client would not say. */
  readonly say: (bytes: Uint8Array) => void;
}

export function handsOn(
  current: () => Wire | undefined,
  lose: () => void,
  hear: (wire: Wire, bytes: Uint8Array) => void,
): Hands {
  return {
    connected: () => current() !== undefined,
    lose,
    cut: () => {
      current()?.door?.left();
      lose();
    },
    deliverUp: () => {
      const wire = current();
      const message = wire?.up.shift();
      if (message) wire?.door?.receive(message);
      return message !== undefined;
    },
    deliverDown: () => {
      const wire = current();
      const message = wire?.down.shift();
      if (wire && message) hear(wire, message);
      return message !== undefined;
    },
    loseDown: () => void current()?.down.splice(0),
    takeSome: () => current()?.untaken.shift()?.(),
    takeBack: () => current()?.up.pop() ?? Uint8Array.of(),
    say: (bytes) => void current()?.up.push(bytes),
  };
}

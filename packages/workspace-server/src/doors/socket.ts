/** The connection's own side: apps/server gives a WebSocket, tests give an array. */
export interface Socket {
  /** `taken` is called when the connection has handed the message on. */
  readonly send: (message: Uint8Array, taken: () => void) => void;
  readonly close: (code: number, reason: string) => void;
  /** Bytes that it has not handed on yet. */
  readonly waiting: () => number;
}

/** What apps/server tells of the socket. Neither throws. */
export interface Door {
  readonly receive: (bytes: Uint8Array) => void;
  readonly left: () => void;
}

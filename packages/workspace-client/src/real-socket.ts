/** The one real socket of a case, as far as the connection needs it: a browser's WebSocket, or a test's line. */
export interface RealSocket {
  readonly send: (frame: Uint8Array) => void;
  /** Bytes that were handed over and are not on their way yet. */
  readonly waiting: () => number;
  readonly close: () => void;
}

export interface SocketEvents {
  readonly opened: () => void;
  readonly heard: (frame: Uint8Array) => void;
  /** Once, and nothing after it. */
  readonly closed: (code: number, reason: string) => void;
}

export type Dial = (url: string, protocol: string, events: SocketEvents) => RealSocket;

/** For the browser. A text message is not of this wire: it reaches nobody. */
export const dialBrowserSocket: Dial = (url, protocol, events) => {
  const socket = new WebSocket(url, protocol);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", events.opened);
  socket.addEventListener("message", ({ data }) => {
    if (data instanceof ArrayBuffer) events.heard(new Uint8Array(data));
  });
  socket.addEventListener("close", ({ code, reason }) => events.closed(code, reason));
  return {
    // One that is closing takes nothing, and the browser would complain: that it has closed is told right after.
    // A copy where the bytes are a view of something shared: WebSocket takes none of those.
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(Uint8Array.from(frame));
    },
    waiting: () => socket.bufferedAmount,
    close: () => socket.close(),
  };
};

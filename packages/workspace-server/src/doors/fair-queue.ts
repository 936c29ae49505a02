import type { Socket } from "./socket.ts";

export interface FairQueue {
  readonly push: (channel: number, frame: Uint8Array) => void;
  /** Bytes of that channel which the socket does not have yet: its own only, so that another's load is not its slowness. */
  readonly waiting: (channel: number) => number;
  readonly taken: () => number;
  readonly forget: (channel: number) => void;
  readonly pump: () => void;
}

/** What the socket may hold unsent. The rest waits here, where a keystroke can still overtake a load. */
const window = 128 * 1024;

/** Round robin between channels, one frame of at most 64 KiB a turn: a 1 MB load does not hold a keystroke back. */
export function createFairQueue(socket: Socket): FairQueue {
  const queues = new Map<number, { readonly frames: Uint8Array[]; bytes: number }>();
  let taken = 0;
  let pumping = false;

  function pump(): void {
    if (pumping) return; // `taken` of a socket that takes at once calls back from within `send`.
    pumping = true;
    while (queues.size > 0 && socket.waiting() < window) {
      for (const [channel, queue] of queues) {
        const frame = queue.frames.shift();
        if (queue.frames.length === 0) queues.delete(channel);
        if (!frame) continue;
        queue.bytes -= frame.length;
        socket.send(frame, () => {
          taken += frame.length;
          pump();
        });
      }
    }
    pumping = false;
  }

  return {
    push: (channel, frame) => {
      const queue = queues.get(channel) ?? { frames: [], bytes: 0 };
      queues.set(channel, queue);
      queue.frames.push(frame);
      queue.bytes += frame.length;
      pump();
    },
    waiting: (channel) => queues.get(channel)?.bytes ?? 0,
    taken: () => taken,
    forget: (channel) => queues.delete(channel),
    pump,
  };
}

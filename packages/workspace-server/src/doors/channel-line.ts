import {
  closeCodes,
  type CloseReason,
  encodeClose,
  encodeOpened,
  encodeRefused,
  encodeResync,
  encodeSaved,
  framesOf,
} from "@consilium/workspace";
import type { Line } from "../session/session.ts";
import type { FairQueue } from "./fair-queue.ts";

/** One channel of `WS /sync/:caseId` (protocol.md, 2). `closed` forgets the channel's number. */
export function channelLine(queue: FairQueue, channel: number, closed: () => void): Line {
  return {
    opened: (terms) => queue.push(channel, encodeOpened({ channel, terms })),
    message: (message) => {
      for (const frame of framesOf(channel, message)) queue.push(channel, frame);
    },
    saved: (count, sequence) => queue.push(channel, encodeSaved({ channel, count, sequence })),
    refused: (count, fate, reason) => queue.push(channel, encodeRefused({ channel, count, fate, reason })),
    resync: (vector) => queue.push(channel, encodeResync({ channel, vector })),
    close: (reason) => {
      closed();
      closeChannel(queue, channel, reason);
    },
    waiting: () => queue.waiting(channel),
    taken: queue.taken,
  };
}

/** What waits unsent for it is dropped: whoever may not read any more does not get the rest. */
export function closeChannel(queue: FairQueue, channel: number, reason: CloseReason): void {
  queue.forget(channel);
  queue.push(channel, encodeClose({ channel, code: closeCodes[reason], reason }));
}

import type { Stream } from "@consilium/conference";
import type { HandlerFactory } from "mediasoup-client/types";
import type { Signalling } from "./signalling.ts";

/** What somebody else sends, as it arrives. */
export interface Received {
  readonly stream: Stream;
  readonly track: MediaStreamTrack;
}

export interface CallEvents {
  /** All that others send, each time when it was asked for. */
  readonly known: (streams: readonly Stream[]) => void;
  readonly received: (received: Received) => void;
  readonly gone: (producer: string) => void;
}

export interface CallSettings {
  readonly signalling: Signalling;
  readonly events: CallEvents;
  /** For tests; else the browser's own. */
  readonly handlerFactory?: HandlerFactory;
}

import type { Source, Stream } from "@consilium/conference";
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
  /** Whether this browser or the media server has no codec for what this page would send of a source: told with each try, and when it is stopped. */
  readonly unsent: (source: Source, isUnsent: boolean) => void;
  /** This browser has no codec for something that somebody else sends: it does not arrive. Told once a producer. */
  readonly unreceived: (producer: string) => void;
}

export interface CallSettings {
  readonly signalling: Signalling;
  readonly events: CallEvents;
  /** For tests; else the browser's own. */
  readonly handlerFactory?: HandlerFactory;
}

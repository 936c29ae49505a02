import type {
  DtlsParameters,
  IceCandidate,
  IceParameters,
  RtpCapabilities,
  RtpParameters,
  Source,
} from "@consilium/conference";

/** The port behind which streams are carried. Rooms know nothing else of it, so their rules are tested without one. */
export interface Media {
  /** `building`: the media server is being built; `unavailable`: there is none here. */
  readonly health: () => MediaHealth;
  /** Throws `NoMedia` where `health` is not `ready`. */
  readonly openRoom: (events: MediaEvents) => Promise<MediaRoom>;
  readonly close: () => Promise<void>;
}

export type MediaHealth =
  | { readonly is: "ready" }
  | { readonly is: "building" | "unavailable"; readonly because: string };

export class NoMedia extends Error {}

/** What happens in a room by itself. */
export interface MediaEvents {
  /** Somebody speaks more than the others: by their producer. */
  readonly speaks: (producer: string) => void;
  /** A picture comes in another layer; null: in none at the moment. */
  readonly layers: (consumer: string, spatial: number | null) => void;
  /** A worker that carries any of it has died: nothing of the room is there any more, and no call may be made of it. */
  readonly died: () => void;
}

export type Direction = "send" | "receive";

/** The streams of one conference. Ids are the media server's; what it does not know throws `NoSuchThing`, and `NoMedia` once it is gone. */
export interface MediaRoom {
  readonly capabilities: RtpCapabilities;
  /** Both ways of one seat are carried at the same place. */
  readonly openTransport: (direction: Direction, seat: string) => Promise<OpenedTransport>;
  readonly connectTransport: (transport: string, dtls: DtlsParameters) => Promise<void>;
  readonly restartIce: (transport: string) => Promise<IceParameters>;
  /** Closes what goes over it too. */
  readonly closeTransport: (transport: string) => void;
  /** Throws `CannotCarry` where the codecs do not fit. */
  readonly produce: (transport: string, stream: SentStream) => Promise<string>;
  readonly pauseProducer: (producer: string, isPaused: boolean) => Promise<void>;
  readonly closeProducer: (producer: string) => void;
  /** Begins paused. Throws `CannotCarry` where the receiver has no codec for it. */
  readonly consume: (
    transport: string,
    producer: string,
    capabilities: RtpCapabilities,
  ) => Promise<ReceivedStream>;
  readonly pauseConsumer: (consumer: string, isPaused: boolean) => Promise<void>;
  readonly setLayers: (consumer: string, spatial: number, temporal: number) => Promise<void>;
  /** Begins to write these streams into one file, from now until it is stopped or they end. */
  readonly record: (producers: readonly string[]) => Promise<RunningRecording>;
  readonly close: () => void;
}

export interface RunningRecording {
  /** WebM, as it comes. Throws where it could not be written to its end. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Resolves when the last byte is on its way. */
  readonly stop: () => Promise<void>;
}

export class NoSuchThing extends Error {}
export class CannotCarry extends Error {}

export interface OpenedTransport {
  readonly transport: string;
  readonly iceParameters: IceParameters;
  readonly iceCandidates: readonly IceCandidate[];
  readonly dtlsParameters: DtlsParameters;
}

export interface SentStream {
  readonly kind: "audio" | "video";
  readonly source: Source;
  readonly rtpParameters: RtpParameters;
}

export interface ReceivedStream {
  readonly consumer: string;
  readonly kind: "audio" | "video";
  readonly rtpParameters: RtpParameters;
}

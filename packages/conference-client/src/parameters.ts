import type {
  AnswerOf,
  IceParameters,
  IceServer,
  RtpCapabilities,
  RtpParameters,
} from "@consilium/conference";
import type * as library from "mediasoup-client/types";

/* The shapes are the same on both sides; the library's types know more names than may be said. */

export const capabilitiesForBrowser = (told: RtpCapabilities): library.RtpCapabilities =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Read by the schema of its message.
  told as library.RtpCapabilities;

export const iceForBrowser = (told: IceParameters): library.IceParameters => ({ iceLite: true, ...told });

export const transportForBrowser = (
  { transport: id, iceParameters, iceCandidates, dtlsParameters }: AnswerOf<"createTransport">,
  iceServers: readonly IceServer[],
): library.TransportOptions => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
  iceServers: [...iceServers],
});

export const consumerForBrowser = ({
  id,
  kind,
  producer: producerId,
  rtpParameters,
}: {
  readonly id: string;
  readonly kind: "audio" | "video";
  readonly producer: string;
  readonly rtpParameters: RtpParameters;
}): library.ConsumerOptions =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Read by the schema of its message.
  ({ id, kind, producerId, rtpParameters }) as library.ConsumerOptions;

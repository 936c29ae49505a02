import type { RtpCapabilities, RtpParameters } from "@consilium/conference";
import type {
  RtpCapabilities as MediasoupCapabilities,
  RtpParameters as MediasoupParameters,
} from "mediasoup/types";

/* The same shapes on both sides; mediasoup's types know more names than may be said, and judge them themselves. */

export const capabilitiesFor = (said: RtpCapabilities): MediasoupCapabilities =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- mediasoup judges what it is given, field by field.
  said as MediasoupCapabilities;
export const parametersFor = (said: RtpParameters): MediasoupParameters =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The same.
  said as MediasoupParameters;

export { type Source, sources } from "./ids.ts";
export { type Peer, type Stream } from "./people.ts";
export {
  type AnswerOf,
  type InputOf,
  kindOf,
  longestMessage,
  type Method,
  type ReadRequest,
  readRequest,
  type RequestReading,
} from "./read-request.ts";
export { type LineReport } from "./requests/report.ts";
export { type Notice, readTold, type Told } from "./read-told.ts";
export { type ConferenceRefusalReason, conferenceRefusals } from "./refusal.ts";
export {
  capabilitiesAsSent,
  type DtlsParameters,
  type IceCandidate,
  type IceParameters,
  type IceServer,
  parametersAsSent,
  type RtpCapabilities,
  type RtpParameters,
} from "./rtp.ts";
export { conferenceProtocolVersion } from "./version.ts";

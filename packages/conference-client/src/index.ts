export { bytesArrived } from "./bytes-arrived.ts";
export type { CallEvents, CallSettings, Received } from "./call-settings.ts";
export { Call } from "./call.ts";
export {
  ConferenceRefused,
  type Line,
  LineClosed,
  type LineEvents,
  Signalling,
  type SignallingSettings,
} from "./signalling.ts";
export { nextStep, type Silence } from "./silence.ts";

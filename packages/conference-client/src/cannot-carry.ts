import { ConferenceRefused } from "./signalling.ts";

/** The library's word for what a browser does not have; it gives its classes to nobody. */
export const isUnsupported = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === "UnsupportedError";

/** This browser or the media server has no codec for it, and will not have one a moment later. */
export const cannotCarry = (cause: unknown): boolean =>
  cause instanceof ConferenceRefused ? cause.reason === "cannot-carry" : isUnsupported(cause);

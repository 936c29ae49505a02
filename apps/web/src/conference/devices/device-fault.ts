/** Why there is no picture or no sound of oneself. Closed: each has its words, and a way on. */
export type DeviceFault = "not-allowed" | "none" | "in-use" | "unplugged" | "not-secure" | "failed";

/** By the names of getUserMedia's errors; older browsers have their own for some. */
const faults: ReadonlyMap<string, DeviceFault> = new Map([
  ["NotAllowedError", "not-allowed"],
  ["PermissionDeniedError", "not-allowed"],
  ["SecurityError", "not-allowed"],
  ["NotFoundError", "none"],
  ["DevicesNotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "in-use"],
  ["TrackStartError", "in-use"],
  ["AbortError", "in-use"],
  // Outside of https there is nothing to ask.
  ["TypeError", "not-secure"],
]);

/** What an error of getUserMedia means for whoever sits before the device. */
export const faultOf = (cause: unknown): DeviceFault =>
  (cause instanceof Error || cause instanceof DOMException ? faults.get(cause.name) : undefined) ?? "failed";

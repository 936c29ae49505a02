import { writeFrame } from "../frame.ts";

/** Kind 8 on channel 0, both: is the socket alive? Each side answers the other's by its own, in its own time. */
export interface BeatFrame {
  readonly kind: "beat";
}

export const encodeBeat = (): Uint8Array => writeFrame(0, "beat");
export const decodeBeat = (): BeatFrame => ({ kind: "beat" });

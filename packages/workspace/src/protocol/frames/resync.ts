import type * as decoding from "lib0/decoding";
import { readTail, tail, writeFrame } from "../frame.ts";

/** Kind 5, server: here is what I have; send what is missing. A step 1 of the server by another name (SY-12, SY-14). */
export interface ResyncFrame {
  readonly kind: "resync";
  readonly channel: number;
  readonly vector: Uint8Array;
}

export const encodeResync = (frame: Omit<ResyncFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "resync", tail(frame.vector));

export const decodeResync = (channel: number, decoder: decoding.Decoder): ResyncFrame => ({
  kind: "resync",
  channel,
  vector: readTail(decoder),
});

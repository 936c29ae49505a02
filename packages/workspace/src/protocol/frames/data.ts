import type * as decoding from "lib0/decoding";
import { readTail, tail, writeFrame } from "../frame.ts";

/** Kind 2, both: an untouched y-websocket message. */
export interface DataFrame {
  readonly kind: "data";
  readonly channel: number;
  readonly message: Uint8Array;
}

export const encodeData = (frame: Omit<DataFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "data", tail(frame.message));

export const decodeData = (channel: number, decoder: decoding.Decoder): DataFrame => ({
  kind: "data",
  channel,
  message: readTail(decoder),
});

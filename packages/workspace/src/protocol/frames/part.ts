import * as decoding from "lib0/decoding";
import { number, readTail, tail, writeFrame } from "../frame.ts";

/** Kind 10, both: a piece of a data message of more than 64 KiB; `rest` 0 ends it. It counts as one write message. */
export interface PartFrame {
  readonly kind: "part";
  readonly channel: number;
  /** Bytes still to come after this part. */
  readonly rest: number;
  readonly bytes: Uint8Array;
}

export const encodePart = (frame: Omit<PartFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "part", number(frame.rest), tail(frame.bytes));

export const decodePart = (channel: number, decoder: decoding.Decoder): PartFrame => ({
  kind: "part",
  channel,
  rest: decoding.readVarUint(decoder),
  bytes: readTail(decoder),
});

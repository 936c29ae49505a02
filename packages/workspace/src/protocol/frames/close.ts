import * as decoding from "lib0/decoding";
import { number, text, writeFrame } from "../frame.ts";

/** Kind 6, both: this channel ends. The words are those of `closeCodes`; an unknown one is shown by its code. */
export interface CloseFrame {
  readonly kind: "close";
  readonly channel: number;
  readonly code: number;
  readonly reason: string;
}

export const encodeClose = (frame: Omit<CloseFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "close", number(frame.code), text(frame.reason));

export const decodeClose = (channel: number, decoder: decoding.Decoder): CloseFrame => ({
  kind: "close",
  channel,
  code: decoding.readVarUint(decoder),
  reason: decoding.readVarString(decoder),
});

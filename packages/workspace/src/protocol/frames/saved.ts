import * as decoding from "lib0/decoding";
import { number, writeFrame } from "../frame.ts";

/** Kind 3, server: the first `count` write messages of this channel are committed, as of that sequence (SY-3). */
export interface SavedFrame {
  readonly kind: "saved";
  readonly channel: number;
  readonly count: number;
  readonly sequence: number;
}

export const encodeSaved = (frame: Omit<SavedFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "saved", number(frame.count), number(frame.sequence));

export const decodeSaved = (channel: number, decoder: decoding.Decoder): SavedFrame => ({
  kind: "saved",
  channel,
  count: decoding.readVarUint(decoder),
  sequence: decoding.readVarUint(decoder),
});

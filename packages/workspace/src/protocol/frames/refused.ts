import * as decoding from "lib0/decoding";
import { number, readWord, text, writeFrame } from "../frame.ts";
import { type RefusalFate, refusalFates, type RefusalReason, refusalReasons } from "../refusal-reasons.ts";

/** Kind 4, server: of the first `count` write messages those not acknowledged are not taken; counted like saved. */
export interface RefusedFrame {
  readonly kind: "refused";
  readonly channel: number;
  readonly count: number;
  readonly fate: RefusalFate;
  readonly reason: RefusalReason;
}

export const encodeRefused = (frame: Omit<RefusedFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "refused", number(frame.count), text(frame.fate), text(frame.reason));

export const decodeRefused = (channel: number, decoder: decoding.Decoder): RefusedFrame => ({
  kind: "refused",
  channel,
  count: decoding.readVarUint(decoder),
  fate: readWord(decoder, refusalFates),
  reason: readWord(decoder, refusalReasons),
});

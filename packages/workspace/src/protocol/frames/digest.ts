import * as decoding from "lib0/decoding";
import { number, tail, writeFrame } from "../frame.ts";

/** Kind 11, client: the SHA-256 of the canonical rendering as this client sees it at that sequence (SY-35). */
export interface DigestFrame {
  readonly kind: "digest";
  readonly channel: number;
  readonly sequence: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
}

export const encodeDigest = (frame: Omit<DigestFrame, "kind">): Uint8Array =>
  writeFrame(frame.channel, "digest", number(frame.sequence), tail(frame.sha256));

export const decodeDigest = (channel: number, decoder: decoding.Decoder): DigestFrame => ({
  kind: "digest",
  channel,
  sequence: decoding.readVarUint(decoder),
  sha256: decoding.readUint8Array(decoder, 32).slice(),
});

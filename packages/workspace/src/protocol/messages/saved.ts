import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { messageTypes } from "../kinds.ts";

/** Type 64, server, plain door with `?ack=1` only: the first `count` write messages are committed, as of that sequence. */
export interface SavedMessage {
  readonly kind: "saved";
  readonly count: number;
  readonly sequence: number;
}

export function encodeSavedMessage(count: number, sequence: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.saved);
  encoding.writeVarUint(encoder, count);
  encoding.writeVarUint(encoder, sequence);
  return encoding.toUint8Array(encoder);
}

export const decodeSavedMessage = (decoder: decoding.Decoder): SavedMessage => ({
  kind: "saved",
  count: decoding.readVarUint(decoder),
  sequence: decoding.readVarUint(decoder),
});

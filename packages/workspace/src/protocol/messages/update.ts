import * as decoding from "lib0/decoding";
import { writeSync } from "./message.ts";

/** One Yjs V1 update. A write message when a client sends it. */
export interface UpdateMessage {
  readonly kind: "update";
  readonly update: Uint8Array;
}

export const encodeUpdate = (update: Uint8Array): Uint8Array => writeSync("update", update);
export const decodeUpdate = (decoder: decoding.Decoder): UpdateMessage => ({
  kind: "update",
  update: decoding.readVarUint8Array(decoder).slice(),
});

import * as encoding from "lib0/encoding";
import { messageTypes, syncKinds } from "../kinds.ts";

/** varUint 0, varUint kind, the bytes with their length. */
export function writeSync(kind: keyof typeof syncKinds, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, syncKinds[kind]);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

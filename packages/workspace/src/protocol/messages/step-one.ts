import * as decoding from "lib0/decoding";
import { writeSync } from "./message.ts";

/** "This is what I have": a state vector. */
export interface StepOneMessage {
  readonly kind: "step-one";
  readonly vector: Uint8Array;
}

export const encodeStepOne = (vector: Uint8Array): Uint8Array => writeSync("stepOne", vector);
export const decodeStepOne = (decoder: decoding.Decoder): StepOneMessage => ({
  kind: "step-one",
  vector: decoding.readVarUint8Array(decoder).slice(),
});

import * as decoding from "lib0/decoding";
import { writeSync } from "./message.ts";

/** The answer to step 1: what the other side lacks, and all deletions. A write message when a client sends it. */
export interface StepTwoMessage {
  readonly kind: "step-two";
  readonly update: Uint8Array;
}

export const encodeStepTwo = (update: Uint8Array): Uint8Array => writeSync("stepTwo", update);
export const decodeStepTwo = (decoder: decoding.Decoder): StepTwoMessage => ({
  kind: "step-two",
  update: decoding.readVarUint8Array(decoder).slice(),
});

import * as decoding from "lib0/decoding";
import { messageTypes, syncKinds } from "./kinds.ts";
import { type AwarenessMessage, decodeAwareness } from "./messages/awareness.ts";
import { decodeSavedMessage, type SavedMessage } from "./messages/saved.ts";
import { decodeStepOne, type StepOneMessage } from "./messages/step-one.ts";
import { decodeStepTwo, type StepTwoMessage } from "./messages/step-two.ts";
import { decodeUpdate, type UpdateMessage } from "./messages/update.ts";

/** What is said on the plain door, and inside a data frame. */
export type Message = StepOneMessage | StepTwoMessage | UpdateMessage | AwarenessMessage | SavedMessage;

/** Undefined: malformed, or a type that nobody here speaks. */
export function readMessage(bytes: Uint8Array): Message | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return readSync(decoder);
      case messageTypes.awareness:
        return decodeAwareness(decoder);
      case messageTypes.saved:
        return decodeSavedMessage(decoder);
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

function readSync(decoder: decoding.Decoder): Message | undefined {
  switch (decoding.readVarUint(decoder)) {
    case syncKinds.stepOne:
      return decodeStepOne(decoder);
    case syncKinds.stepTwo:
      return decodeStepTwo(decoder);
    case syncKinds.update:
      return decodeUpdate(decoder);
    default:
      return undefined;
  }
}

/** Write messages are counted (SY-3): what a client sends of step 2 and update. Looks at the first two bytes only. */
export const isWriteMessage = (message: Uint8Array): boolean =>
  message[0] === messageTypes.sync && (message[1] === syncKinds.stepTwo || message[1] === syncKinds.update);

export const isAnswerMessage = (message: Uint8Array): boolean =>
  message[0] === messageTypes.sync && message[1] === syncKinds.stepTwo;

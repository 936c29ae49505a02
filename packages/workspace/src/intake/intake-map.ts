import { type IntakeAnswers, readIntakeAnswers } from "@consilium/clinical";
import type * as Y from "yjs";

/** The root of what was answered in steps, in `story` and in `referral`: keys and values are `isIntakeValue`'s. */
export const intakeRoot = "intake";

export const intakeOf = (doc: Y.Doc): IntakeAnswers => readIntakeAnswers(doc.getMap(intakeRoot).entries());

/** The last one who sets an answer wins; null takes it back. */
export function setIntakeAnswer(doc: Y.Doc, key: string, value: unknown): void {
  const answers = doc.getMap(intakeRoot);
  if (value === null) answers.delete(key);
  else answers.set(key, value);
}

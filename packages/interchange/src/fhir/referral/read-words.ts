import {
  type EntryField,
  type IntakeList,
  intakeListNames,
  intakeLists,
  isIntakeValue,
  type NoneAnswer,
  noneKey,
  pregnancyAnswers,
  recordAnswers,
  recordKey,
  type RecordAnswer,
  stillAnswers,
} from "@consilium/clinical";
import { children, line, type Node } from "../../json/node.ts";
import { answersAt, isYes, itemsAt, wordsAt, wordsOf } from "./answers.ts";
import { intakeForm } from "./intake-form.ts";
import { type ReferralEntry, type ReferralQuestion, referralTexts, type ReferralVoice } from "./referral.ts";

/** Of one list. */
const mostEntries = 200;

/** What one side said in an intake of ours. What the intake does not take is left out. */
export const readWords = (response: Node, side: ReferralVoice["side"]): ReferralVoice => ({
  side,
  texts: Object.fromEntries(
    referralTexts.flatMap((name) => {
      const words = wordsAt(response, name);
      return words === null ? [] : [[name, words]];
    }),
  ),
  questions: answersAt(response, intakeForm.questions).flatMap(questionOf),
  entries: intakeListNames.flatMap((list) =>
    itemsAt(response, `entry.${list}`)
      .slice(0, mostEntries)
      .flatMap((item) => entryOf(list, item)),
  ),
  none: Object.fromEntries(codesBelow(response, "none.", noneOf)),
  records: Object.fromEntries(codesBelow(response, "record.", recordOf)),
  pregnancy: pregnancyAnswers.find((known) => known === wordsAt(response, "pregnancy")) ?? null,
});

function questionOf(answer: Node): readonly ReferralQuestion[] {
  const text = wordsOf(answer);
  return text === null ? [] : [{ text, textForBlind: wordsAt(answer, intakeForm.forBlind) }];
}

function entryOf(list: IntakeList, item: Node): readonly ReferralEntry[] {
  const known: readonly EntryField[] = intakeLists[list];
  const fields = Object.fromEntries(
    known.flatMap((field) => {
      const words = wordsAt(item, `entry.${list}.${field}`);
      return words === null ? [] : [[field, words]];
    }),
  );
  const still = stillAnswers.find((one) => one === wordsAt(item, `entry.${list}.still`)) ?? null;
  const isTaken = isIntakeValue(`entry.${list}.01ARZ3NDEKTSV4RRFFQ69G5FAV`, fields);
  return isTaken ? [{ list, fields, still, isOfRecord: isYes(item, `entry.${list}.record`) }] : [];
}

function codesBelow<Answer>(
  response: Node,
  prefix: string,
  read: (name: string, code: string) => Answer | undefined,
): readonly (readonly [string, Answer])[] {
  return children(response, "item").flatMap((item) => {
    const link = line(item, "linkId") ?? "";
    const [answer] = children(item, "answer");
    const code = answer && link.startsWith(prefix) ? wordsOf(answer) : null;
    const name = link.slice(prefix.length);
    const said = code === null ? undefined : read(name, code);
    return said === undefined ? [] : [[name, said] as const];
  });
}

function noneOf(name: string, code: string): NoneAnswer | undefined {
  if (!isIntakeValue(noneKey(name), code)) return undefined;
  return code === "none" ? "none" : "unknown";
}

const recordOf = (name: string, code: string): RecordAnswer | undefined =>
  isIntakeValue(recordKey(name), code) ? recordAnswers.find((known) => known === code) : undefined;

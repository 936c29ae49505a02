import type { OpinionContent, OpinionContext } from "./opinion-content.ts";
import { answerToWithdrawnQuestion } from "./rules/answer-to-withdrawn-question.ts";
import { bottomLineEmpty } from "./rules/bottom-line-empty.ts";
import type { Check } from "./rules/check.ts";
import { citationOld } from "./rules/citation-old.ts";
import { citationRetracted } from "./rules/citation-retracted.ts";
import { citationWithoutIdentifier } from "./rules/citation-without-identifier.ts";
import { citationWithoutYear } from "./rules/citation-without-year.ts";
import { citationWrongIdentifier } from "./rules/citation-wrong-identifier.ts";
import { findingWithoutEvidence } from "./rules/finding-without-evidence.ts";
import { findingWithoutImages } from "./rules/finding-without-images.ts";
import { limitationsWithoutMissingRecord } from "./rules/limitations-without-missing-record.ts";
import { majorDifferenceWithoutContact } from "./rules/major-difference-without-contact.ts";
import { missingRecordNotInLimitations } from "./rules/missing-record-not-in-limitations.ts";
import { createOperationDateDiffers } from "./rules/operation-date-differs.ts";
import { placeholderLeft } from "./rules/placeholder-left.ts";
import { plainSummaryEmpty } from "./rules/plain-summary-empty.ts";
import { createPlainSummaryHard } from "./rules/plain-summary-hard.ts";
import { createPlainSummaryJargon } from "./rules/plain-summary-jargon.ts";
import { questionWithoutAnswer } from "./rules/question-without-answer.ts";
import { createReadWithoutImages } from "./rules/read-without-images.ts";
import { recommendationDueBeforeBirth } from "./rules/recommendation-due-before-birth.ts";
import { recommendationDuePast } from "./rules/recommendation-due-past.ts";
import { recommendationOwnerLeft } from "./rules/recommendation-owner-left.ts";
import { recommendationWithoutOwner } from "./rules/recommendation-without-owner.ts";
import { recommendationWithoutUrgency } from "./rules/recommendation-without-urgency.ts";
import { forEach, type Rule } from "./rules/rule.ts";
import { createSideDiffers } from "./rules/side-differs.ts";
import { createSizeDiffers } from "./rules/size-differs.ts";
import { strongOnLowCertainty } from "./rules/strong-on-low-certainty.ts";
import { textNotPrintable } from "./rules/text-not-printable.ts";
import { createUnchangedWithoutComparison } from "./rules/unchanged-without-comparison.ts";

export type Checker = (content: OpinionContent, context: OpinionContext) => readonly Check[];

/**
 * The completeness rules of an opinion, computed from its content alone, never stored. Open ones first, what must be done
 * before what is to be looked at; then what is only said, then what is met. For one draft while it is written: of its words
 * only what changed since the last time is read.
 */
export function createChecker(): Checker {
  const rules = rulesInOrder();
  return (content, context) =>
    rules.flatMap((rule) => rule(content, context)).toSorted((one, other) => weight(one) - weight(other));
}

const rulesInOrder = (): readonly Rule[] => [
  questionWithoutAnswer,
  answerToWithdrawnQuestion,
  forEach("recommendation", [
    recommendationWithoutOwner,
    recommendationWithoutUrgency,
    strongOnLowCertainty,
    recommendationOwnerLeft,
    recommendationDueBeforeBirth,
    recommendationDuePast,
  ]),
  forEach("finding", [findingWithoutEvidence, majorDifferenceWithoutContact, findingWithoutImages]),
  createReadWithoutImages(),
  createUnchangedWithoutComparison(),
  missingRecordNotInLimitations,
  limitationsWithoutMissingRecord,
  bottomLineEmpty,
  plainSummaryEmpty,
  textNotPrintable,
  placeholderLeft,
  createSideDiffers(),
  createSizeDiffers(),
  createOperationDateDiffers(),
  createPlainSummaryHard(),
  createPlainSummaryJargon(),
  forEach("citation", [
    citationWithoutIdentifier,
    citationWrongIdentifier,
    citationWithoutYear,
    citationRetracted,
    citationOld,
  ]),
];

function weight({ state, level }: Check): number {
  if (state === "open") return level === "must" ? 0 : 1;
  return state === "said" ? 2 : 3;
}

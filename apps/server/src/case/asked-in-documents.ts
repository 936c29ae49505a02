import type { RecordAnswer } from "@consilium/clinical";
import { documentId, type QuestionWords } from "@consilium/database";
import { intakeOf, itemsOf, plainTextOf, readFragment, sectionText } from "@consilium/workspace";
import type { Doc } from "yjs";
import { readContentAt } from "../document/read-content.ts";
import type { Services } from "../services.ts";

/** What was asked in live documents up to a moment, of which it is read. */
export interface Asked {
  readonly questions: readonly (QuestionWords & { readonly id: string })[];
  /** What is to be decided, in the words of who asks; the patient's first. */
  readonly decision: string;
  /** What the patient's side said of each type of record. */
  readonly records: ReadonlyMap<string, RecordAnswer>;
  /** By document, as it was read. */
  readonly sequences: Readonly<Record<AskingDocument, number>>;
}

export const askingDocuments = ["story", "referral"] as const;
export type AskingDocument = (typeof askingDocuments)[number];

/** The patient's questions come first, then the referring clinician's, each in their own order. */
export async function askedInDocuments(services: Services, caseId: string): Promise<Asked> {
  const story = await readContentAt(services, documentId(caseId, "story"));
  const referral = await readContentAt(services, documentId(caseId, "referral"));
  const decisions = [sectionText(story.content, "decision"), sectionText(referral.content, "ask")];
  return {
    questions: [...questionsIn(story.content), ...questionsIn(referral.content)],
    decision: decisions.map((words) => words.trim()).find((words) => words !== "") ?? "",
    records: intakeOf(story.content).records,
    sequences: { story: story.sequence, referral: referral.sequence },
  };
}

const questionsIn = (content: Doc): Asked["questions"] =>
  itemsOf(content, "question")
    .map(({ id, rich, scalar }) => ({
      id,
      text: plainTextOf(readFragment(rich("text"))).trim(),
      textForBlind: wordsOrNull(scalar("textForBlind")),
    }))
    .filter(({ text }) => text !== "");

const wordsOrNull = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

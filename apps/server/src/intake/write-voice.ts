import { type ClinicalRecord, type IntakeStep, prefilled, prefilledKey } from "@consilium/clinical";
import { type ReferralText, referralTexts, type ReferralVoice } from "@consilium/interchange";
import { type Section, sectionRoot, setIntakeAnswer, writeFragment, writeSchema } from "@consilium/workspace";
import { Doc } from "yjs";
import { linesAsRichText } from "./lines-as-rich-text.ts";
import { writeAnswers } from "./write-answers.ts";

type Side = "patient" | "clinician";

export interface WrittenVoice {
  /** `story` or `referral`; undefined: nothing was said that belongs there. */
  readonly words: Doc | undefined;
  /** What tells the first opinion: `story.prior` or `referral.prior`. */
  readonly prior: Doc | undefined;
}

/** Where each text stands. What a side has no place for stands in the summary, or in the history. */
const sectionOfText: Readonly<Record<Side, Readonly<Record<Exclude<ReferralText, "told">, Section>>>> = {
  patient: {
    decision: "decision",
    goals: "goals",
    history: "history",
    daily: "daily",
    hear: "hear",
    summary: "history",
  },
  clinician: {
    decision: "ask",
    goals: "summary",
    history: "summary",
    daily: "summary",
    hear: "summary",
    summary: "summary",
  },
};

const stepOfText: Partial<Record<ReferralText, IntakeStep>> = {
  decision: "decision",
  goals: "goals",
  daily: "daily",
  summary: "summary",
  told: "told",
};

export interface VoiceContext {
  /** Of the same file: an answer may be about an entry of one. */
  readonly records: readonly ClinicalRecord[];
  readonly createId: () => string;
  /** Steps of which the file answers closed choices. */
  readonly chosen: readonly IntakeStep[];
}

/** What one side says, as the documents of the intake hold it; each step that is filled in says that a file did. */
export function writeVoice(
  side: Side,
  voices: readonly ReferralVoice[],
  { records, createId, chosen }: VoiceContext,
): WrittenVoice {
  const [words, prior] = [new Doc(), new Doc()];
  const steps = new Set(chosen);
  const texts = new Map<Section, string[]>();
  for (const voice of voices) {
    for (const name of referralTexts) {
      const text = voice.texts[name]?.trim() ?? "";
      if (text === "") continue;
      const section = name === "told" ? priorSection[side] : sectionOfText[side][name];
      texts.set(section, [...(texts.get(section) ?? []), text]);
      const step = stepOfText[name];
      if (step) steps.add(step);
    }
    for (const step of writeAnswers(words, voice, records, createId)) steps.add(step);
  }
  const told = texts.get(priorSection[side]);
  for (const [section, said] of texts)
    writeFragment(
      (section === priorSection[side] ? prior : words).getXmlFragment(sectionRoot(section)),
      linesAsRichText(said.join("\n")),
    );
  for (const step of steps) setIntakeAnswer(words, prefilledKey(step), prefilled);
  for (const doc of [words, prior]) writeSchema(doc);
  return { words: texts.size + steps.size > 0 ? words : undefined, prior: told ? prior : undefined };
}

const priorSection = { patient: "told", clinician: "plan" } as const;

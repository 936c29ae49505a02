import type {
  Hearing,
  DecisionTime,
  IntakeDetails,
  IntakeEntry,
  IntakeList,
  NoneAnswer,
  PregnancyAnswer,
  RecordAnswer,
} from "@consilium/clinical";

/** Running texts of the intake. `told` is the first opinion: the diagnosis as told, and the plan proposed. */
export const referralTexts = ["decision", "goals", "history", "daily", "hear", "summary", "told"] as const;
export type ReferralText = (typeof referralTexts)[number];

export interface ReferralQuestion {
  readonly text: string;
  readonly textForBlind: string | null;
}

/** An entry of a list. `isOfRecord`: it is what was said of an entry of the records, which bears the same name. */
export interface ReferralEntry extends Pick<IntakeEntry, "fields" | "still"> {
  readonly list: IntakeList;
  readonly isOfRecord: boolean;
}

/** What one side says in a referral. */
export interface ReferralVoice {
  /** Null: the file does not say who speaks. */
  readonly side: "patient" | "clinician" | null;
  readonly texts: Readonly<Partial<Record<ReferralText, string>>>;
  /** In their rank. */
  readonly questions: readonly ReferralQuestion[];
  readonly entries: readonly ReferralEntry[];
  /** By list or text. */
  readonly none: Readonly<Record<string, NoneAnswer>>;
  /** By item of the inventory. */
  readonly records: Readonly<Record<string, RecordAnswer>>;
  readonly pregnancy: PregnancyAnswer | null;
}

/** Closed choices. Gates and consent are never read from a file: whoever opens the case answers for them. */
export interface ReferralChoices extends Pick<IntakeDetails, "treating" | "help"> {
  readonly decide?: DecisionTime;
  /** A day. */
  readonly decideBy?: string;
  readonly hearing?: Hearing;
}

/** What a file asks for, as the intake of a case would have asked it. */
export interface Referral {
  /** What it is about, in a few words; null where the file does not say. */
  readonly title: string | null;
  readonly voices: readonly ReferralVoice[];
  readonly choices: ReferralChoices;
}

export const silent: Omit<ReferralVoice, "side"> = {
  texts: {},
  questions: [],
  entries: [],
  none: {},
  records: {},
  pregnancy: null,
};

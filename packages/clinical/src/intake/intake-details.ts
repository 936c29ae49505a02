import type { TextVersion } from "./intake-texts.ts";

/** How somebody wants to hear the result: as soon as it is there, after a call, or with their own doctor. */
export const hearings = ["at-once", "after-call", "with-own-doctor"] as const;
export type Hearing = (typeof hearings)[number];

export const decisionTimes = ["date", "weeks", "no-hurry", "unknown"] as const;
export type DecisionTime = (typeof decisionTimes)[number];

/** What makes reading, hearing or speaking easier. */
export const accessNeeds = ["large-print", "hearing", "speech", "reading", "sight", "movement"] as const;
export type AccessNeed = (typeof accessNeeds)[number];

/** To the patient, or between physicians, of whom the one who treats decides. */
export const opinionKinds = ["clinical", "educational"] as const;
export type OpinionKind = (typeof opinionKinds)[number];

/** Who said it in which seat, and when (ISO 8601). */
export interface SaidBy {
  readonly seat: string;
  readonly at: string;
}

/** Closed choices and facts of the intake. They are sealed with the case, never in a live document. What is left out was not asked yet. */
export interface IntakeDetails {
  /** The signs that were ticked in that text; none: it is no emergency. */
  readonly safety?: SaidBy & { readonly text: TextVersion; readonly signs: readonly string[] };
  /** Where the patient lives (ISO 3166-1 alpha-2), and which kind of opinion is asked for. */
  readonly place?: SaidBy & {
    readonly country: string;
    readonly region: string | null;
    readonly kind: OpinionKind;
  };
  /** The doctor who treats the patient; `has` false: nobody now. */
  readonly treating?: {
    readonly has: boolean;
    readonly name: string;
    readonly workplace: string;
    readonly contact: string;
  };
  readonly help?: {
    readonly interpreter: boolean;
    readonly needs: readonly AccessNeed[];
    readonly note: string;
  };
  readonly decide?: DecisionTime;
  readonly hearing?: Hearing;
}

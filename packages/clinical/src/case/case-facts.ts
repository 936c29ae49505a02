import type { CaseState } from "./case-state.ts";

/** Whom an opinion is shared with. The patient's side includes a proxy whose scope is to receive. */
export type ShareAudience = "patient" | "care-team";

/** `version`: the text as it was shared. `live`: the draft itself, keystroke by keystroke. */
export type ShareMode = "version" | "live";

export interface Share {
  readonly id: string;
  readonly opinionId: string;
  readonly audience: ShareAudience;
  readonly mode: ShareMode;
  /** The shared version; null when it is live. */
  readonly version: number | null;
  /** What came before this sequence stays with the authors (SY-8). */
  readonly fromSequence: number;
  readonly at: Date;
}

export interface OpinionFacts {
  readonly id: string;
  /** The alias `opinion` names this one. */
  readonly lead: boolean;
  /** `locked`: a blind read that its reader has finished. */
  readonly state: "draft" | "locked" | "signed" | "abandoned";
  /** Seats that write it. A blind read belongs to its blind seat alone. */
  readonly authors: readonly string[];
}

export interface AddendumFacts {
  readonly id: string;
  readonly signed: boolean;
  readonly authors: readonly string[];
}

export interface ConferenceFacts {
  readonly id: string;
  readonly live: boolean;
  readonly shared: boolean;
  /** What is shown to all now: a record's id, or the name of a document. */
  readonly presented: string | null;
  /** Seats of guests who are in. */
  readonly guests: readonly string[];
}

/** All that the rights of a case depend on, besides the seat that asks. */
export interface CaseFacts {
  readonly id: string;
  readonly organisationId: string;
  readonly state: CaseState;
  /** The state behind a pause, else null. */
  readonly interrupted: CaseState | null;
  readonly opinions: readonly OpinionFacts[];
  /** Only those in force. */
  readonly shares: readonly Share[];
  readonly addenda: readonly AddendumFacts[];
  readonly conferences: readonly ConferenceFacts[];
}

/** The state of a case, and what a pause hides of it. */
export type StateFacts = Pick<CaseFacts, "state" | "interrupted">;

/** What the rights go by: a pause changes no right. */
export const effectiveState = ({ state, interrupted }: StateFacts): CaseState =>
  state === "paused" ? (interrupted ?? "submitted") : state;

const unsigned: ReadonlySet<CaseState> = new Set([
  "draft",
  "submitted",
  "gathering-records",
  "ready-for-review",
  "in-review",
]);
const over: ReadonlySet<CaseState> = new Set(["closed", "declined", "withdrawn", "erased"]);

export const isBeforeSubmission = (facts: CaseFacts): boolean => effectiveState(facts) === "draft";
export const isBeforeSigning = (facts: CaseFacts): boolean => unsigned.has(effectiveState(facts));
/** Nobody writes any more. */
export const isOver = (facts: StateFacts): boolean => over.has(effectiveState(facts));
export const isDelivered = (facts: CaseFacts): boolean =>
  ["delivered", "follow-up", "closed"].includes(effectiveState(facts));

export const leadOpinion = (facts: CaseFacts): OpinionFacts | undefined =>
  facts.opinions.find(({ lead }) => lead);

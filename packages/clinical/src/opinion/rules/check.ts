/** Closed: each rule has a sentence in the catalogue. */
export type CheckRule =
  | "question-without-answer"
  | "answer-to-withdrawn-question"
  | "recommendation-without-owner"
  | "recommendation-without-urgency"
  | "recommendation-owner-left"
  | "recommendation-due-past"
  | "recommendation-due-before-birth"
  | "strong-on-low-certainty"
  | "finding-without-evidence"
  | "finding-without-images"
  | "read-without-images"
  | "finding-unchanged-without-comparison"
  | "unchanged-without-comparison"
  | "major-difference-without-contact"
  | "side-differs"
  | "size-differs"
  | "operation-date-differs"
  | "missing-record-not-in-limitations"
  | "limitations-without-missing-record"
  | "placeholder-left"
  | "text-not-printable"
  | "bottom-line-empty"
  | "plain-summary-empty"
  | "plain-summary-grade"
  | "plain-summary-inflesz"
  | "plain-summary-kandel-moles"
  | "plain-summary-amstad"
  | "plain-summary-wiener"
  | "plain-summary-jargon"
  | "plain-summary-long-sentences"
  | "plain-summary-long-paragraphs"
  | "citation-without-identifier"
  | "citation-wrong-identifier"
  | "citation-without-year"
  | "citation-retracted"
  | "citation-old";

export interface Check {
  readonly rule: CheckRule;
  /** `must` blocks the signature, `look` asks for a look and for a reason. */
  readonly level: "must" | "look";
  /** `said`: nothing is wrong, whoever signs should know. */
  readonly state: "open" | "said" | "met";
  /** Where to go to mend it. */
  readonly target: {
    readonly section: string;
    readonly item?: string;
    /** As they stand there for the first time. */
    readonly words?: string;
  };
  /** What the sentence names: the number of an item within its kind, a record, a year. */
  readonly number?: number;
  readonly name?: string;
}

export const stateOf = (met: boolean): Check["state"] => (met ? "met" : "open");

/** Whether nobody may sign before it is mended. */
export const isBlocking = ({ level, state }: Check): boolean => level === "must" && state === "open";

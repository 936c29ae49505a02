import type { ItemKind, RichDocument, SectionOf } from "@consilium/workspace";
import type { Contributor } from "./report-people.ts";
import type {
  ImageLeftOut,
  KeyImage,
  MissingRecord,
  Report,
  ReportContact,
  ReportInputDocument,
  ReportReason,
  ReportRecord,
  ReportUrgentFinding,
} from "./report.ts";

/** What a report says as it was given to it, made printable and otherwise unchanged. */
type Given = Pick<
  Report,
  | "language"
  | "zone"
  | "case"
  | "document"
  | "version"
  | "replaces"
  | "organisation"
  | "patient"
  | "askedBy"
  | "signedAt"
  | "signers"
  | "statement"
  | "conflicts"
>;

/**
 * What a report is built from: the frozen opinion as it is read (`readOpinion`), and what the case says beside it. Words are
 * as people wrote them; `buildReport` makes them printable. Instants are ISO 8601.
 */
export interface ReportInput extends Given {
  /** The answer in one line, where somebody gave one; null: it is taken from the bottom line (`headlineOf`). */
  readonly headline: string | null;
  /** In the order in which they are printed. */
  readonly contributors: readonly Contributor[];
  readonly opinion: OpinionInput;
  readonly questions: readonly QuestionInput[];
  /** All that the opinion links to, and all that it lists as reviewed. In any order. */
  readonly records: readonly ReportRecord[];
  readonly missing: readonly MissingRecord[];
  /** Whoever a recommendation may name as its owner, ended seats too. */
  readonly owners: readonly OwnerInput[];
  readonly keyImages: readonly KeyImageInput[];
  readonly imagesLeftOut: readonly ImageLeftOutInput[];
  readonly contacts: readonly ContactInput[];
  readonly urgentFindings: readonly ReportUrgentFinding[];
  readonly reasons: readonly ReportReason[];
  readonly inputs: readonly ReportInputDocument[];
}

/** The content of an opinion, frozen or not, out of Yjs. */
export interface OpinionInput {
  readonly sections: Readonly<Record<SectionOf<"opinion">, RichDocument>>;
  readonly items: readonly ItemInput[];
  readonly evidence: readonly EvidenceInput[];
}

export interface ItemInput {
  readonly id: string;
  readonly kind: ItemKind;
  /** Compared by code unit, ties by id. */
  readonly rank: string;
  /** Rich fields as `RichDocument`, scalars as they are (the table is `itemFields` of workspace). */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a link of the text points to. Two of equal record, words and quote are one place. */
export interface EvidenceInput {
  /** Of the link. */
  readonly id: string;
  /** What the link is called. */
  readonly words: string;
  readonly quote: string | null;
  readonly record: string | null;
}

export interface QuestionInput {
  readonly id: string;
  /** Less is asked first. */
  readonly rank: number;
  readonly version: number;
  readonly text: string;
  readonly askedBy: string | null;
  readonly withdrawnAt: string | null;
}

export interface OwnerInput {
  readonly seat: string;
  readonly name: string;
  readonly workplace: string | null;
  /** Null: still seated. */
  readonly endedAt: string | null;
}

export interface KeyImageInput extends Omit<KeyImage, "letter"> {
  /** The link whose place it shows; null: none. */
  readonly evidence: string | null;
}

export interface ImageLeftOutInput extends Omit<ImageLeftOut, "letter"> {
  /** The link to its place. */
  readonly evidence: string;
}

export interface ContactInput extends ReportContact {
  /** The finding. */
  readonly item: string;
}

import type { PartialDate } from "@consilium/clinical";
import type { Day } from "@consilium/foundation";
import type { Contributor, ReportPerson, Signer } from "./report-people.ts";
import type { Block } from "./text.ts";

/**
 * A signed opinion as it is printed: everything that a reader is given, in one plain value. It is JSON alone, without
 * undefined, and its RFC 8785 bytes are what is signed. Words are already `printable`; nothing here is computed from the
 * clock. Instants are ISO 8601 in UTC. Headings and the names of columns are not in it: they belong to the form `report/1`.
 */
export interface Report {
  readonly form: "report/1";
  /** BCP 47, of the words in it. */
  readonly language: string;
  /** IANA; in which its instants are printed. */
  readonly zone: string;
  readonly case: ReportCase;
  /** The opinion's document. */
  readonly document: string;
  /** From 1; counts what was signed of this case's opinion. */
  readonly version: number;
  readonly replaces: Replaced | null;
  readonly organisation: ReportOrganisation;
  readonly patient: ReportPatient;
  readonly askedBy: readonly ReportPerson[];
  readonly signedAt: string;
  readonly signers: readonly Signer[];
  /** Whoever wrote it or read the case blind besides whoever signed. Not there: nobody. */
  readonly contributors?: readonly Contributor[];
  /** What signing means, in the words that whoever signed was shown. */
  readonly statement: string;
  /** Of conflicts of interest. */
  readonly conflicts: string;
  /** The answer in one line: the report's title. */
  readonly headline: string;
  readonly questions: readonly ReportQuestion[];
  /** In the order of `reportSections`; empty where nobody wrote. */
  readonly sections: Readonly<Record<ReportSection, readonly Block[]>>;
  readonly findings: readonly ReportFinding[];
  readonly differentials: readonly ReportDifferential[];
  readonly options: readonly ReportOption[];
  readonly recommendations: readonly ReportRecommendation[];
  readonly redFlags: readonly ReportRedFlag[];
  /** In the order of their numbers. */
  readonly references: readonly ReportReference[];
  /** In the order of their letters. */
  readonly places: readonly ReportPlace[];
  /** What was reviewed, newest first. */
  readonly records: readonly ReportRecord[];
  /** What was not there. */
  readonly missing: readonly MissingRecord[];
  readonly keyImages: readonly KeyImage[];
  /** Pictures that the opinion relies on and that are not among them. Not there: none. */
  readonly imagesLeftOut?: readonly ImageLeftOut[];
  readonly urgentFindings: readonly ReportUrgentFinding[];
  /** What was open when it was signed, and why it was signed all the same. */
  readonly reasons: readonly ReportReason[];
  /** The frozen documents that it was made of. */
  readonly inputs: readonly ReportInputDocument[];
}

export const reportSections = [
  "question",
  "records",
  "summary",
  "findings",
  "assessment",
  "answers",
  "options",
  "recommendations",
  "redflags",
  "limitations",
  "plain",
  "followup",
] as const;
export type ReportSection = (typeof reportSections)[number];

export interface ReportCase {
  readonly id: string;
  /** As people say it: `CN-4821`. */
  readonly number: string;
  readonly title: string;
  readonly specialty: string;
}

export interface ReportOrganisation {
  readonly name: string;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  /** Telephone and the like; null: none is given. */
  readonly contact: string | null;
}

export interface ReportPatient {
  /** Of the person; null: the patient has no account here. */
  readonly id: string | null;
  readonly name: string;
  readonly born: PartialDate | null;
  readonly sex: string | null;
  /** Where the patient is, as the licence was checked for; ISO 3166-1. */
  readonly country: string | null;
}

/** The report that this one corrects. */
export interface Replaced {
  readonly version: number;
  readonly digest: string;
  readonly signedAt: string;
  readonly reason: string;
}

export interface ReportQuestion {
  readonly id: string;
  /** From 1, as it is printed; withdrawn ones come last and have none. */
  readonly number: number | null;
  readonly version: number;
  readonly text: string;
  readonly askedBy: string | null;
  readonly withdrawnAt: string | null;
  readonly answer: {
    readonly text: readonly Block[];
    /** Cannot be answered, because …; empty where it can. */
    readonly cannot: readonly Block[];
  } | null;
}

export interface ReportFinding {
  readonly id: string;
  readonly text: readonly Block[];
  readonly modality: string;
  readonly site: string;
  /** What the first report said. */
  readonly first: string;
  readonly difference: "agrees" | "minor" | "major" | null;
  readonly consequence: string;
  /** Letters of `places`, of the finding as a whole. */
  readonly places: readonly string[];
  /** With whom a difference was talked over. */
  readonly contacts: readonly ReportContact[];
}

export interface ReportContact {
  readonly by: string;
  readonly to: string;
  readonly channel: string;
  readonly at: string;
  readonly words: string;
}

export interface ReportDifferential {
  readonly id: string;
  readonly name: string;
  readonly for: readonly Block[];
  readonly against: readonly Block[];
  readonly discriminates: readonly Block[];
  readonly confidence: string;
  readonly places: readonly string[];
}

export interface ReportOption {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly isPreferred: boolean;
  readonly text: readonly Block[];
}

export interface ReportRecommendation {
  readonly id: string;
  /** From 1. */
  readonly number: number;
  readonly action: readonly Block[];
  /** By name, also of somebody whose seat has ended; null: nobody was named. */
  readonly owner: Owner | null;
  readonly urgency: string;
  readonly due: Day | null;
  readonly strength: "strong" | "conditional" | null;
  readonly certainty: string;
  /** Numbers of `references`. */
  readonly references: readonly number[];
  readonly changes: readonly Block[];
  readonly reason: readonly Block[];
}

export interface Owner {
  /** A seat; null: only a name was written. */
  readonly seat: string | null;
  readonly name: string;
  readonly workplace: string | null;
  /** The seat had ended when the report was signed. */
  readonly hasLeft: boolean;
}

export interface ReportRedFlag {
  readonly id: string;
  readonly symptom: string;
  readonly action: readonly Block[];
  readonly when: string;
}

export interface ReportReference {
  /** The item. */
  readonly id: string;
  readonly number: number;
  /** In Vancouver form, without its identifiers. */
  readonly text: string;
  readonly doi: string | null;
  readonly pmid: string | null;
  /** `https:` alone. */
  readonly url: string | null;
}

export interface ReportPlace {
  /** `A` to `Z`, then `AA`. */
  readonly letter: string;
  /** What the place is called: "slice 94". */
  readonly words: string;
  /** The record's own words there, where a phrase was linked. */
  readonly quote: string | null;
  /** Of `records`; null: a place of something that is no record. */
  readonly record: string | null;
  /** Of `keyImages`, where the place is shown. */
  readonly keyImage: string | null;
}

export interface ReportRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly date: PartialDate | null;
  /** Who made it, or where it came from. */
  readonly source: string | null;
  /** Lower-case hexadecimal SHA-256 of its content. */
  readonly digest: string;
  readonly seen: "images" | "report-only" | null;
}

export interface MissingRecord {
  readonly name: string;
  /** What was said of it; null: it was asked for and has not come. */
  readonly because: string | null;
}

export interface KeyImage {
  readonly id: string;
  readonly mediaType: "image/jpeg" | "image/png";
  /** Of the file's bytes. */
  readonly sha256: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** For whoever does not see it. */
  readonly alt: string;
  readonly caption: string;
  /** The place that it shows. */
  readonly letter: string | null;
}

export interface ImageLeftOut {
  /** What the place is called. */
  readonly words: string;
  readonly because: string;
  readonly letter: string | null;
}

export interface ReportUrgentFinding {
  readonly words: string;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly recipient: string;
  /** Ways that were tried. */
  readonly channels: readonly string[];
  /** Where its hour went by without an answer: when whoever coordinates was told, and the second contact, where there was one. */
  readonly passedOn?: { readonly at: string; readonly second: string | null };
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
}

export interface ReportReason {
  /** The rule, by its name. */
  readonly rule: string;
  /** What was open, in words. */
  readonly point: string;
  readonly reason: string;
  readonly by: string;
}

export interface ReportInputDocument {
  /** `opinion.01…`, `story`. */
  readonly name: string;
  readonly sequence: number;
  /** Lower-case hexadecimal SHA-256 of its canonical rendering. */
  readonly digest: string;
}

import type { ClinicalRecord, PartialDate } from "@consilium/clinical";
import type { NotUnderstood } from "./import-refusal.ts";
import type { Referral } from "./referral/referral.ts";

export interface ImportedPatient {
  readonly name: string;
  readonly birthDate: PartialDate | null;
  readonly deceased: boolean;
  readonly sex: "female" | "male" | "other" | "unknown";
  /** What kind of number, as the file names it, and the number. */
  readonly identifiers: readonly { readonly kind: string; readonly system: string; readonly value: string }[];
  /** No street: a case needs to know where, not which door. */
  readonly address: {
    readonly city: string | null;
    readonly region: string | null;
    readonly country: string | null;
  };
  /** BCP 47, as the file says. */
  readonly languages: readonly string[];
}

/**
 * `represented` resources stand in the patient or a record; the others are in `notUnderstood`, one by one. Sections of a
 * C-CDA document count as well, each under its title.
 */
export interface ResourceCount {
  readonly type: string;
  readonly total: number;
  readonly represented: number;
}

/** A file that a file holds, such as a letter in PDF: bytes, under the heading of what they were attached to. */
export interface AttachedFile {
  /** Of the record that it is to become. */
  readonly heading: Omit<ClinicalRecord, "kind" | "content">;
  readonly bytes: Uint8Array;
  /** Where it stands: whoever cannot read it says so. */
  readonly at: Pick<NotUnderstood, "type" | "part" | "ids">;
}

export interface ImportedContent {
  readonly records: readonly ClinicalRecord[];
  /** Empty where nobody takes them: they are told as not understood then. */
  readonly attached: readonly AttachedFile[];
  readonly notUnderstood: readonly NotUnderstood[];
  readonly counts: readonly ResourceCount[];
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}

/** Of a whole file about one patient, whatever its format: what a case is opened from. */
export interface ImportedDocument extends ImportedContent {
  readonly format: "fhir" | "c-cda";
  readonly patient: ImportedPatient;
  /** What the file asks for, where a case is opened from it; null where it asks for nothing. */
  readonly referral: Referral | null;
}

export interface Imported extends ImportedDocument {
  readonly bundleType: string;
}

/** Of one resource: who it says it is about, for the person to compare with the open case. */
export interface ImportedResource extends ImportedContent {
  readonly type: string;
  readonly subject: { readonly reference: string | null; readonly display: string | null };
}

export interface ImportOptions {
  readonly now: Date;
  /** A new ULID each time. */
  readonly createId: () => string;
  /** Files within the file are given out as `attached`. */
  readonly takesFiles?: boolean;
  /** A case is opened from it: a request for an opinion is what is asked in the case, and no record. */
  readonly opensCase?: boolean;
}

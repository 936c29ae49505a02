import type { IntakeDetails, InventoryEntry } from "@consilium/clinical";

/** What a case says of itself, under its key: a title names a disease, a name names a person. */
export interface CaseDetails {
  readonly title: string;
  readonly patient: PatientDetails;
  /** The decision to be made, in words, and by when (a day). */
  readonly decision: string | null;
  readonly decideBy: string | null;
  /** How the patient wants to hear the result. */
  readonly hearing: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly patientLanguage: string;
  /** ISO 3166-1 alpha-2, where the patient is. */
  readonly country: string | null;
  /** Whom to call at once. */
  readonly emergency: { readonly name: string; readonly phone: string } | null;
  /** What was said of the records it needs. Left out: nothing. */
  readonly inventory?: readonly InventoryEntry[];
  /** What was chosen in the intake. Left out: nothing yet. */
  readonly intake?: IntakeDetails;
}

/** The patient's data are the case's, not an account's. */
export interface PatientDetails {
  readonly name: string;
  readonly initials: string;
  /** A day, where it is known. */
  readonly born: string | null;
  readonly sex: string | null;
}

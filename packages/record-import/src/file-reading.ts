import type { ClinicalRecord, Picture, StoredFile } from "@consilium/clinical";
import type { FiledInstance, ListedImage, NotUnderstood } from "@consilium/interchange";
import type { OutcomeReason } from "./reasons.ts";

/** Somebody whom a file names as its patient, as the file writes it. */
export interface NamedPatient {
  readonly name: string;
  readonly birthDate: string | null;
}

/**
 * What becomes a record only together with other files of the delivery: photographs of one folder, slices of one
 * study. Each kind has its place in `gather.ts`.
 */
export type Part =
  | { readonly kind: "pictures"; readonly pictures: readonly Picture[] }
  /** Goes to whoever knows the studies that the case has already. */
  | { readonly kind: "instance"; readonly filed: FiledInstance; readonly file: StoredFile }
  /** The index of a disc: what should have come. Of itself nothing is kept. */
  | { readonly kind: "directory"; readonly listed: readonly ListedImage[] };

export interface Kept {
  readonly is: "kept";
  readonly reason: OutcomeReason | null;
  /** Whole records of this file alone. */
  readonly records: readonly ClinicalRecord[];
  readonly part: Part | null;
  /** The file as it came, where its records hold only what was understood of it: tomorrow it may be read better. */
  readonly original: StoredFile | null;
  readonly patients: readonly NamedPatient[];
  readonly notUnderstood: readonly NotUnderstood[];
}

export interface NotKept {
  readonly is: "not-read" | "ignored";
  readonly reason: OutcomeReason;
}

/** Its members have outcomes of their own; `reason` says why it was not read to its end. */
export interface Unpacked {
  readonly is: "unpacked";
  readonly reason: OutcomeReason | null;
}

/** What the reading process says about one file. */
export type FileReading = Kept | NotKept | Unpacked;

const nothing = {
  reason: null,
  records: [],
  part: null,
  original: null,
  patients: [],
  notUnderstood: [],
} as const;

export const kept = (what: Partial<Omit<Kept, "is">>): Kept => ({ is: "kept", ...nothing, ...what });
export const notRead = (reason: OutcomeReason): NotKept => ({ is: "not-read", reason });
export const ignored = (reason: OutcomeReason): NotKept => ({ is: "ignored", reason });

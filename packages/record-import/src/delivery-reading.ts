import type { ClinicalRecord, StoredFile } from "@consilium/clinical";
import type { FiledInstance, ListedImage, NotUnderstood } from "@consilium/interchange";
import type { OutcomeReason } from "./reasons.ts";
import type { Source } from "./source.ts";

/** A file as it was delivered, with the folders it was delivered in. */
export interface DeliveredFile extends Source {
  readonly path: string;
}

/** What became of one delivered file or one member of an archive. */
export interface Outcome {
  /** `disc.zip/IMAGES/0001` */
  readonly path: string;
  readonly bytes: number;
  /** `ignored`: nothing that belongs to a patient, and nothing a person need hear of one by one. */
  readonly is: "kept" | "not-read" | "ignored";
  /** With `kept`: what was not taken over, or why an archive was not read to its end. */
  readonly reason: OutcomeReason | null;
  /** Ids of the records that it became part of. */
  readonly records: readonly string[];
}

/** Somebody named as the patient, as written there. */
export interface FoundPatient {
  readonly name: string;
  readonly birthDate: string | null;
  /** The files that name them. */
  readonly paths: readonly string[];
}

export interface DeliveryReading {
  /** Every delivered file and member, in the order they were come upon; an archive before its members. */
  readonly outcomes: readonly Outcome[];
  readonly records: readonly ClinicalRecord[];
  readonly notUnderstood: readonly (NotUnderstood & { readonly path: string })[];
  readonly patients: readonly FoundPatient[];
  /** Files whose records hold only what was understood of them, kept as they came. */
  readonly originals: readonly { readonly path: string; readonly file: StoredFile }[];
  /** DICOM files that were kept: studies are made of them together with what the case has. */
  readonly instances: readonly {
    readonly path: string;
    readonly filed: FiledInstance;
    readonly file: StoredFile;
  }[];
  /** Indexes of discs, with the images that they name. */
  readonly directories: readonly { readonly path: string; readonly listed: readonly ListedImage[] }[];
}

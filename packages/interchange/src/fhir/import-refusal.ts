/** Closed reasons why a file becomes nothing, each with what a sentence to the person needs. */
export type ImportRefusal =
  | { readonly reason: "empty-file" }
  /** Bytes. */
  | { readonly reason: "too-large"; readonly bytes: number; readonly most: number }
  | { readonly reason: "not-utf-8" }
  /** XML that is neither UTF-8 nor what it names, or what its bytes suggest. */
  | { readonly reason: "unknown-encoding"; readonly encoding: string }
  /** XML with a fault, and the line it was met in, from 1 on. */
  | { readonly reason: "not-xml"; readonly line: number }
  /** XML that declares entities of its own. */
  | { readonly reason: "xml-entities" }
  | { readonly reason: "not-c-cda" }
  /** Objects and lists, or elements, inside one another. */
  | { readonly reason: "too-deep"; readonly most: number }
  | { readonly reason: "too-many-values"; readonly most: number }
  /** It ends in the middle: the transfer was cut off. */
  | { readonly reason: "truncated" }
  | { readonly reason: "not-json" }
  | { readonly reason: "not-fhir" }
  /** `mark` is the resource and element that R4 does not have: "Condition.assertedDate". */
  | { readonly reason: "other-version"; readonly version: "DSTU2" | "STU3" | "R5"; readonly mark: string }
  /** None of R4. */
  | { readonly reason: "unsupported-bundle"; readonly type: string }
  | { readonly reason: "empty-bundle" }
  /** A new case needs its patient. */
  | { readonly reason: "no-patient" }
  | { readonly reason: "several-patients"; readonly patients: number }
  /** A single resource opens no case; it can be added to an open one. */
  | { readonly reason: "single-resource"; readonly type: string }
  /** A whole bundle opens a case; it is not added to one. */
  | { readonly reason: "bundle-not-resource" }
  /** A single resource of which nothing can be shown, and why. */
  | {
      readonly reason: "nothing-to-add";
      readonly type: string;
      readonly notUnderstood: readonly NotUnderstood[];
    };

/** Closed reasons why a resource, or a part of one, is not among the records. */
export const gaps = [
  /** Claims, benefits, coverage: no clinical content. */
  "billing",
  /** Who recorded, sent or received it. */
  "administrative",
  /** A person, a place or a medicine that nothing else in the file refers to. */
  "not-referred-to",
  "type-not-supported",
  /** Its readable text was kept, its codes were not. */
  "text-only",
  "no-content",
  "duplicate",
  /** About somebody else, or about a patient who is not in the file. */
  "other-patient",
  "entered-in-error",
  /** Where it comes from it is not there any more. */
  "deleted",
  /** Of something that was taken as it is now. */
  "older-version",
  /** It has a modifier extension or implicit rules: what it seems to say may be the opposite. */
  "meaning-may-differ",
  "malformed",
  /** A PDF, a picture, RTF, XML. */
  "attachment-not-text",
  /** An address outside the file. */
  "attachment-elsewhere",
  "attachment-unreadable",
  /** More than are taken out of one file. */
  "attachment-too-many",
  "reference-not-in-file",
  /** None of the calendar, or not written as dates are: what it belongs to has no date. */
  "impossible-date",
  "waveform",
] as const;
export type Gap = (typeof gaps)[number];

/** Summed up by type, part and gap. */
export interface NotUnderstood {
  /** Type of resource, or "entry" where there was none. */
  readonly type: string;
  /** The element left out of a resource that was otherwise taken; null for the whole resource. */
  readonly part: string | null;
  readonly gap: Gap;
  readonly count: number;
  /** Ids in the file, at most 20. */
  readonly ids: readonly string[];
  /** As it stands in the file, each once, at most 20: of dates that cannot be. */
  readonly written?: readonly string[];
}

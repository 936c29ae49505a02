/**
 * What is said about a file; its sentence is `delivery.outcome.${reason}` in the catalogue. With `kept` it says what
 * was not taken over; with `not-read` and `ignored` why there is nothing of it.
 */
export const outcomeReasons = [
  // Kept, but.
  "needs-password",
  "scripts-not-run",
  "scripts-not-kept",
  "dicom-cut-short",
  "dicom-damaged",
  "dicom-preamble-emptied",
  "only-first-pages",
  // Kept, but shown by none of the viewers.
  "not-shown-segmentation",
  "not-shown-pet",
  "not-shown-structures",
  "not-shown-plan",
  "not-shown-presentation",
  "not-shown-kind",
  "not-shown-film",
  "not-shown-htj2k",
  "not-shown-jpeg-xl",
  "not-shown-syntax",
  "not-shown-no-pixels",
  "not-shown-too-long",
  "slide-not-shown",
  "picture-not-shown",
  // Nothing to read.
  "empty",
  "no-content",
  "kind-not-read",
  "office-not-read",
  "recording-not-read",
  "rtf-not-read",
  "svg-not-read",
  "xml-not-read",
  "xml-entities",
  "dicom-directory",
  "dicom-no-identifiers",
  "damaged",
  "cut-off",
  "too-large",
  "too-many-pixels",
  "slide-too-large",
  // FHIR and C-CDA, as their importers refuse them.
  "records-too-large",
  "not-utf-8",
  "too-complicated",
  "not-json",
  "not-fhir",
  "other-fhir-version",
  "unsupported-bundle",
  "empty-bundle",
  "no-patient",
  "several-patients",
  "content-elsewhere",
  // Archives.
  "archive-kind-not-read",
  "archive-damaged",
  "archive-protected",
  "archive-too-deep",
  "too-many-files",
  "unpacks-too-large",
  "unpacks-too-much",
  "path-outside",
  "link-not-followed",
  "device-not-read",
  "compression-not-read",
  "nothing-in-it",
  // The process that reads.
  "needs-too-much-memory",
  "took-too-long",
  "reader-crashed",
  "too-much-failed",
  // Ignored.
  "system-file",
  "program-not-kept",
] as const;
export type OutcomeReason = (typeof outcomeReasons)[number];

export const isOutcomeReason = (value: unknown): value is OutcomeReason =>
  outcomeReasons.some((reason) => reason === value);

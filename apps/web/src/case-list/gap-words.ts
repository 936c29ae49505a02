/** The reasons of interchange why something of a file is not among the records: each has words in the catalogue. */
export const gapWords = [
  "billing",
  "administrative",
  "not-referred-to",
  "type-not-supported",
  "text-only",
  "no-content",
  "duplicate",
  "other-patient",
  "entered-in-error",
  "meaning-may-differ",
  "malformed",
  "attachment-not-text",
  "attachment-elsewhere",
  "attachment-unreadable",
  "reference-not-in-file",
  "waveform",
] as const;

export const isGapWord = (gap: string): gap is (typeof gapWords)[number] =>
  gapWords.some((known) => known === gap);

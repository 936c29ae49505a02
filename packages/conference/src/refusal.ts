/** Why the conference does not do what a page asks. Closed: each has a sentence in the catalogue. */
export const conferenceRefusals = [
  "malformed",
  "other-version",
  "not-joined",
  "ended",
  "no-right",
  "not-here",
  "not-waiting",
  "removed",
  "full",
  "somebody-presents",
  "no-media",
  "moved",
  "no-such-thing",
  "cannot-carry",
  "too-many",
  "too-fast",
  /** Something that nobody expected; it may be tried again. */
  "failed",
] as const;
export type ConferenceRefusalReason = (typeof conferenceRefusals)[number];

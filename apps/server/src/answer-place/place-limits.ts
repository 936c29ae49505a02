const day = 24 * 3_600_000;

/** What an answer place takes, and for how long. Said on its page, in docs/security.md and in docs/operating.md. */
export const placeLimits = {
  /** Wrong codes in a row: with the last of them it is locked. */
  failures: 6,
  /** From the asking, and at least from the day that it is due. */
  lifetime: 30 * day,
  afterDue: 14 * day,
  /** From a right code to the next one. */
  entry: 12 * 3_600_000,
  /** Of one request, all that is sent together. */
  files: 20_000,
  bytes: 2_000_000_000,
  /** Of one case, open at once. */
  open: 20,
  /** Mails that remind of one request. */
  reminders: 3,
} as const;

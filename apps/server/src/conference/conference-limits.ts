const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds where not said otherwise. */
export const conferenceLimits = {
  /** Conferences of a case that are still to come. */
  toCome: 20,
  /** Guests of one conference. */
  guests: 10,
  /** So long ago is still now. */
  late: 5 * minute,
  ahead: 366 * day,
  /** After its planned end nobody comes in any more, and whoever has a link has nothing. */
  overrun: 12 * 60 * minute,
  /** Whose server died comes back within it; afterwards they are in no longer. */
  unheld: 5 * minute,
} as const;

/** When a conference that nobody ended is over by itself. */
export const overAt = ({ startsAt, minutes }: { readonly startsAt: Date; readonly minutes: number }): Date =>
  new Date(startsAt.getTime() + minutes * minute + conferenceLimits.overrun);

import type { Conference } from "./conferences-query.ts";

/** A conference for tests: half an hour at noon on the 30th of November 2026, called by `ada`. */
export const testConference = (given: Partial<Conference> = {}): Conference => ({
  id: "01KDVDNA00C4XGHYWM6EBF33TC",
  state: "scheduled",
  calledBy: "ada",
  startsAt: "2026-11-30T12:00:00.000Z",
  minutes: 30,
  begunAt: null,
  endedAt: null,
  notesShared: false,
  invited: [],
  guests: [],
  attended: [],
  may: { come: true, change: true, inviteGuest: true, shareNotes: true },
  ...given,
});

/** Whole years from a date of birth (`1968-03-14`) to today's date in `zone` (IANA). */
export function yearsSince(born: string, now: Date, zone: string): number {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(now);
  const [year = 0, month = 1, day = 1] = born.split("-").map(Number);
  const [thisYear = 0, thisMonth = 1, thisDay = 1] = today.split("-").map(Number);
  const hadBirthday = thisMonth > month || (thisMonth === month && thisDay >= day);
  return thisYear - year - (hadBirthday ? 0 : 1);
}

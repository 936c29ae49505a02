export type PartOfDay = "morning" | "afternoon" | "evening";

/** In `zone` (IANA): before noon, before six, after. */
export function partOfDay(at: Date, zone: string): PartOfDay {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, hour: "numeric", hourCycle: "h23" });
  const hour = Number(format.format(at));
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}

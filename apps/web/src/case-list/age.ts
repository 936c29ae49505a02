/** Whole years on the day `today`; both are calendar days like "1968-03-14". Undefined: born unknown or in the future. */
export function ageOn(born: string | null, today: string): number | undefined {
  if (born === null) return undefined;
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  const age = today.slice(5) < born.slice(5) ? years - 1 : years;
  return Number.isInteger(age) && age >= 0 ? age : undefined;
}

/** Making a formatter costs a hundred times what using it does, and a page has few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    formatters.set(zone, (formatter = new Intl.DateTimeFormat("en-CA", { timeZone: zone, ...digits })));
  }
  return formatter;
}

/** The calendar day in `zone` (IANA). */
export const dayIn = (at: Date, zone: string): string => formatterOf(zone).format(at);

import type { WorkingDays } from "@consilium/clinical";
import type { OrganisationDetails } from "@consilium/database";
import { dayAt, type Day, noonOf } from "@consilium/foundation";

/** What a programme's deadlines leave out: weekends and public holidays, or only weekends, because no holidays are known there. */
export type CalendarSource = "holidays" | "weekends";

export interface ProgrammeCalendar extends WorkingDays {
  readonly source: CalendarSource;
}

type Place = Pick<OrganisationDetails, "country" | "region" | "calendar">;

/** The days of the week that are free, where they are not Saturday and Sunday. 0 is Sunday. */
const fridays = ["BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE"];
const weekends = new Map<string, readonly number[]>([
  ["IR", [5]],
  ["NP", [6]],
]);
for (const country of fridays) weekends.set(country, [5, 6]);

/**
 * The working days of a programme: the weekend of its country, without the public holidays of its country and region. What the
 * programme says of its own days goes before both.
 */
export async function workingDaysOf({ country, region, calendar }: Place): Promise<ProgrammeCalendar> {
  const holidays = await holidaysOf(country, region);
  const weekend = new Set(calendar?.weekend ?? weekends.get(country) ?? [0, 6]);
  const closed = new Set(calendar?.closed);
  const open = new Set(calendar?.open);
  const isFree = (day: Day) => weekend.has(noonOf(day).getUTCDay()) || holidays?.(day) === true;
  return {
    source: holidays ? "holidays" : "weekends",
    isWorkingDay: (day) => !closed.has(day) && (open.has(day) || !isFree(day)),
  };
}

/** Public holidays by country and region, then by year: reading them takes longer than asking. */
const known = new Map<string, Promise<((day: Day) => boolean) | undefined>>();

/** Undefined: none are known of that country, which `date-holidays` does not say by itself. */
function holidaysOf(country: string, region: string | undefined) {
  const key = `${country}/${region ?? ""}`;
  const found = known.get(key) ?? readHolidays(country, region);
  known.set(key, found);
  return found;
}

async function readHolidays(country: string, region: string | undefined) {
  // Twelve megabytes, which a server that sets no deadline need not read.
  const { default: Holidays } = await import("date-holidays");
  const holidays = new Holidays();
  if (!Object.hasOwn(holidays.getCountries(), country)) return undefined;
  const regions: Readonly<Record<string, string>> = holidays.getStates(country) ?? {};
  if (region !== undefined && Object.hasOwn(regions, region)) holidays.init(country, region);
  else holidays.init(country);
  const years = new Map<string, ReadonlySet<Day>>();
  return (day: Day): boolean => {
    const year = day.slice(0, 4);
    const days = years.get(year) ?? publicDays(holidays.getHolidays(Number(year)));
    years.set(year, days);
    return days.has(day);
  };
}

interface Holiday {
  /** Its first day, on the wall of its country: `start` is in the zone of this server. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly type: string;
}

const oneDay = 86_400_000;

const publicDays = (holidays: readonly Holiday[]): ReadonlySet<Day> =>
  new Set(
    holidays
      .filter(({ type }) => type === "public")
      .flatMap(({ date, start, end }) => {
        const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / oneDay));
        return Array.from({ length }, (_, at) => dayAt(date.slice(0, 10), at));
      }),
  );

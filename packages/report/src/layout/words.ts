import type { PartialDate } from "@consilium/clinical";
import { noonOf } from "@consilium/foundation";
import { createSentences, formats, type Sentences } from "@consilium/language";

/** How a page speaks: its sentences, with instants in the report's zone. */
export interface Words {
  readonly t: Sentences;
  /** As exact as it is known: "2026", "March 2026", "3 Nov 2026". */
  readonly date: (date: PartialDate) => string;
  /** A country by its name: "Sweden" for "SE". */
  readonly country: (code: string) => string;
  /** How far the zone is from UTC at that moment: "UTC+1". */
  readonly offset: (at: Date) => string;
}

export function wordsIn(zone: string): Words {
  const t = createSentences("en", zone);
  return {
    t,
    date: (date) => {
      if (date.length === 4) return date;
      const isMonth = date.length === 7;
      const look = isMonth ? formats.dateTime.month : formats.dateTime.shortDate;
      // A day is that day in every zone.
      return new Intl.DateTimeFormat("en-GB", { ...look, timeZone: "UTC" }).format(
        noonOf(isMonth ? `${date}-01` : date.slice(0, 10)),
      );
    },
    country: countryName,
    offset: (at) => offsetOf(zone, at),
  };
}

/** What is no code of a country stays as it was written. */
function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(["en-GB"], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

function offsetOf(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    timeZoneName: "shortOffset",
  }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "UTC";
  return name.replace(/^GMT/, "UTC");
}

/** The first letter as at the beginning of a sentence. */
export const capital = (words: string): string => {
  const [first = ""] = words;
  return first.toLocaleUpperCase("en") + words.slice(first.length);
};

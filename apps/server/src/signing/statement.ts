import { regionsOf } from "@consilium/clinical";
import type { CaseDetails, Licence } from "@consilium/database";
import { createSentences } from "@consilium/language";

/** What signing means: shown to whoever signs, and printed. With where the patient is at that moment, and what the licence is of. */
export function statementOf(zone: string, { country, intake }: CaseDetails, licence: Licence | null): string {
  const say = createSentences("en", zone);
  const words = [say("signing.statement"), say(`signing.kind.${intake?.place?.kind ?? "clinical"}`)];
  if (country === null) return [...words, say("signing.placeUnsaid")].join(" ");
  const place = placeName(country, intake?.place?.region ?? null);
  words.push(say("signing.place", { place }));
  if (licence) {
    const of = licence.country === country ? "same" : "other";
    words.push(say("signing.licenceOf", { of, country: countryName(licence.country) }));
  }
  return words.join(" ");
}

const countryName = (country: string): string =>
  new Intl.DisplayNames(["en-GB"], { type: "region" }).of(country) ?? country;

function placeName(country: string, region: string | null): string {
  const known = regionsOf(country).find(({ code }) => code === region);
  return known ? `${known.name}, ${countryName(country)}` : countryName(country);
}

/** Of conflicts of interest, as it is printed. `words`: theirs; empty: they say that they have none. */
export const conflictsSaid = (zone: string, words: string): string =>
  words.trim() === "" ? createSentences("en", zone)("signing.noConflict") : words.trim();

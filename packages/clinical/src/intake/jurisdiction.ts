import type { Role } from "../identity/seat.ts";
import table from "./content/jurisdictions.en.json" with { type: "json" };
import type { IntakeDetails } from "./intake-details.ts";

/** Whether a case may go on from where the patient lives. */
export type PlaceStanding = "open" | "closed" | "clinical" | "educational";

/** Which opinion may be given to where a patient is: to them, only between physicians, or none. */
export interface PlaceRule {
  readonly gives: "clinical" | "educational" | "none";
  /** In plain words. */
  readonly because: string;
}

export interface Region {
  readonly code: string;
  readonly name: string;
}

type Place = Pick<NonNullable<IntakeDetails["place"]>, "country" | "region" | "kind">;

const countryIn = (country: string) => table.countries.find((known) => known.country === country);

/** States or provinces where licences are given by them: where somebody lives is not known without one. */
export const regionsOf = (country: string): readonly Region[] => countryIn(country)?.regions ?? [];

export const isRegionKnown = ({ country, region }: Pick<Place, "country" | "region">): boolean =>
  regionsOf(country).length === 0 || regionsOf(country).some(({ code }) => code === region);

/**
 * The rule of the table, where the programme's own list does not go before it. `clinicalIn`: countries (ISO 3166-1 alpha-2) to whose
 * patients it gives clinical opinions, or states of them (ISO 3166-2, as `US-NY`). What the table does not name is judged with care.
 */
export function placeRule(
  { country, region }: Pick<Place, "country" | "region">,
  clinicalIn: readonly string[],
): PlaceRule {
  if (clinicalIn.includes(country) || clinicalIn.includes(`${country}-${region ?? ""}`))
    return { gives: "clinical", because: table.programme };
  const { gives, because } = countryIn(country) ?? table.unknown;
  return { gives: gives === "clinical" || gives === "educational" ? gives : "none", because };
}

/** The gate by jurisdiction: an educational opinion is asked for by a doctor who treats the patient, and by nobody else. */
export function placeStanding(
  place: Place | undefined,
  clinicalIn: readonly string[],
  asker: Role,
): PlaceStanding {
  if (place === undefined || !isRegionKnown(place)) return "open";
  const { gives } = placeRule(place, clinicalIn);
  if (gives === "none") return "closed";
  if (asker === "referrer" && place.kind === "educational") return "educational";
  return gives === "clinical" ? "clinical" : "closed";
}

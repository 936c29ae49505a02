import type { Role } from "../identity/seat.ts";
import type { IntakeDetails } from "./intake-details.ts";

/** Whether a case may go on from where the patient lives. */
export type PlaceStanding = "open" | "closed" | "clinical" | "educational";

/** Countries in which licences are given by a state or province: where somebody lives is not known without it. */
const licensedByRegion: ReadonlySet<string> = new Set(["US", "CA", "AU"]);
export const needsRegion = (country: string): boolean => licensedByRegion.has(country);

/**
 * The gate by jurisdiction. A clinical opinion goes to patients where the programme gives them (`clinicalIn`, ISO 3166-1 alpha-2).
 * From elsewhere, a doctor who treats the patient may ask for an educational opinion between physicians, and a patient for none.
 */
export function placeStanding(
  place: Pick<NonNullable<IntakeDetails["place"]>, "country" | "region" | "kind"> | undefined,
  clinicalIn: readonly string[],
  asker: Role,
): PlaceStanding {
  if (place === undefined) return "open";
  if (needsRegion(place.country) && (place.region ?? "").trim() === "") return "open";
  if (asker === "referrer" && place.kind === "educational") return "educational";
  return clinicalIn.includes(place.country) ? "clinical" : "closed";
}

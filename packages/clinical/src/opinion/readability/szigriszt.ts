import type { Counts } from "./counts.ts";

/**
 * Ease of reading, 0 to 100 and beyond, more is easier. Szigriszt Pazos, Madrid (1993). Spanish. Fernández-Huerta's formula
 * with ".60 P" that many pages print is per hundred words; this one was checked on texts for patients.
 */
export const szigriszt = ({ words, sentences, syllables }: Counts): number =>
  206.835 - 62.3 * (syllables / words) - words / sentences;

export const infleszBands = ["very-hard", "rather-hard", "normal", "rather-easy", "very-easy"] as const;
export type InfleszBand = (typeof infleszBands)[number];

/** Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31 (2008). */
export function infleszBand(ease: number): InfleszBand {
  if (ease <= 40) return "very-hard";
  if (ease <= 55) return "rather-hard";
  if (ease <= 65) return "normal";
  return ease <= 80 ? "rather-easy" : "very-easy";
}

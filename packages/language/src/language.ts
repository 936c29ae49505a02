/** The languages of the catalogue. `pseudo` is computed from English, to find text that is not in the catalogue. */
export const languages = ["en", "pseudo"] as const;
export type Language = (typeof languages)[number];

/**
 * BCP 47: what `Intl` and `lang` understand. English is en-GB: the day before the month, 24 hours, as the formats say.
 */
export function languageTag(language: Language): string {
  switch (language) {
    case "en":
    case "pseudo":
      return "en-GB";
  }
}

const rightToLeft = ["ar"];

export const writingDirection = (language: Language): "ltr" | "rtl" =>
  rightToLeft.some((tag) => languageTag(language).startsWith(tag)) ? "rtl" : "ltr";

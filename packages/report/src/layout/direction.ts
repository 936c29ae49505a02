const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

/** Of a language by its BCP 47 tag. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  rightToLeft.has(language.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";

/** How people write what UCUM spells for machines. Only whole units that are certain; everything else stays as sent. */
const written = new Map([
  ["mm[Hg]", "mmHg"],
  ["Cel", "°C"],
  ["[degF]", "°F"],
  ["10*3/uL", "10³/µL"],
  ["10*6/uL", "10⁶/µL"],
  ["10*9/L", "10⁹/L"],
  ["10*12/L", "10¹²/L"],
  ["[lb_av]", "lb"],
  ["[in_i]", "in"],
  ["[pH]", "pH"],
  ["m2", "m²"],
  ["kg/m2", "kg/m²"],
  ["mL/min/{1.73_m2}", "mL/min/1.73 m²"],
]);

/** UCUM's curly brackets hold words for people ("{score}"); its "u" is micro where a measure follows. */
export const unitWords = (unit: string): string =>
  written.get(unit) ??
  unit
    .replace(/(^|\/)u(?=(?:g|L|mol|m|Eq|kat|s)(?:\/|$))/g, "$1µ")
    .replace(/\{([^{}]*)\}/g, "$1")
    .replaceAll("_", " ");

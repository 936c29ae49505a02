/** "en, sv" or "en sv": as people write codes one after the other. */
export const codesIn = (written: string): string[] => written.split(/[\s,;]+/u).filter((code) => code !== "");

/** A language as BCP 47 writes it, one that there is. */
export const isLanguage = (code: string): boolean =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code) && isNamed("language", code);

/** A country as ISO 3166-1 writes it, one that there is. */
export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code) && isNamed("region", code);

/** What the browser has a name for. */
function isNamed(type: "language" | "region", code: string): boolean {
  try {
    return new Intl.DisplayNames("en", { type, fallback: "none" }).of(code) !== undefined;
  } catch {
    return false;
  }
}

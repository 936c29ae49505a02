import { useLocale } from "use-intl";

/** A country's name from its code, in the reader's language. */
export function useCountryName(): (code: string) => string {
  const locale = useLocale();
  return (code) => nameOf(locale, "region", code);
}

/** A language's name from its code, in the reader's language. */
export function useLanguageName(): (code: string) => string {
  const locale = useLocale();
  return (code) => nameOf(locale, "language", code);
}

/** The code itself, where it is none that there is. */
function nameOf(locale: string, type: "language" | "region", code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

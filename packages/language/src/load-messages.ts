import type { Locale } from "use-intl";
import type en from "./messages/en.ts";

export const locales = ["en", "pseudo"] as const satisfies readonly Locale[];

type Messages = typeof en;

const loaders: Record<Locale, () => Promise<{ default: unknown }>> = {
  en: () => import("./messages/en.ts"),
  pseudo: () => import("./messages/pseudo.ts"),
};

/** For the browser: only the chosen language is fetched. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const catalogue = (await loaders[locale]()).default;
  // Every catalogue is `satisfies Translation<…>` or computed from the English one.
  return catalogue as Messages;
}

/** BCP 47: what `Intl`, `lang` and the direction of writing understand. */
export const languageTag = (locale: Locale): string => (locale === "pseudo" ? "en" : locale);

const rightToLeft = ["ar"];

export const writingDirection = (locale: Locale): "ltr" | "rtl" =>
  rightToLeft.includes(languageTag(locale)) ? "rtl" : "ltr";

import type { Check } from "@consilium/clinical";
import { useTranslations } from "use-intl";

/** The sentence of a rule. Does not compile when a rule has none. */
export function useCheckSentence(): (check: Check) => string {
  const t = useTranslations("checks");
  return ({ rule, number = 0, name = "" }) => t(`rule.${rule}`, { number: String(number), name });
}

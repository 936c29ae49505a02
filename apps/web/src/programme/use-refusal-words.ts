import { useTranslations } from "use-intl";
import { Refused } from "../app/refused.ts";

/** What is told of a change that was not made: the server's sentence, or that it did not answer. */
export function useRefusalWords(): (error: Error) => string {
  const t = useTranslations("programme");
  return (error) => (error instanceof Refused ? error.message : t("notReached"));
}

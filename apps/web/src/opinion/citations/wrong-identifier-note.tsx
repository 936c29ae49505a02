import { useTranslations } from "use-intl";
import { wordsOf } from "../items/field-value.ts";
import { isWrongIdentifier } from "./wrong-identifier.ts";

/** Beside the field, while it is not what it should be. */
export function WrongIdentifier({ field, value }: { readonly field: string; readonly value: unknown }) {
  const t = useTranslations("citation");
  if (!isWrongIdentifier(field, wordsOf(value))) return null;
  if (field === "doi") return <small className="fact-wrong">{t("wrong.doi")}</small>;
  return <small className="fact-wrong">{field === "pmid" ? t("wrong.pmid") : t("wrong.pmcid")}</small>;
}

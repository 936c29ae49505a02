import { useTranslations } from "use-intl";
import { useBegunOn } from "./use-unsaved.ts";

/** That words of mine wait in this form. */
export function UnsavedMark({ form }: { readonly form: string }) {
  const t = useTranslations("programme");
  return useBegunOn(form) && <span className="programme-unsaved">{t("unsaved")}</span>;
}

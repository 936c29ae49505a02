import { useTranslations } from "use-intl";

/** The title of the tab: what is on screen first, so that tabs can be told apart. Nothing clinical belongs here. */
export function DocumentTitle({ page }: { readonly page: string }) {
  const t = useTranslations("app");
  return <title>{t("pageTitle", { page })}</title>;
}

import { useTranslations } from "use-intl";
import { ButtonLink } from "../design/button-link.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { DocumentTitle } from "./document-title.tsx";
import { MainContent } from "./main-content.tsx";

export function NotFound() {
  const t = useTranslations("app");
  return (
    <MainContent>
      <DocumentTitle page={t("notFoundTitle")} />
      <EmptyState
        level={1}
        title={t("notFoundTitle")}
        actions={
          <ButtonLink to="/cases" look="filled">
            {t("toCases")}
          </ButtonLink>
        }
      >
        <p>{t("notFoundText")}</p>
      </EmptyState>
    </MainContent>
  );
}

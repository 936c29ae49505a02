import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { ErrorState } from "../design/error-state.tsx";
import { DocumentTitle } from "./document-title.tsx";
import { MainContent } from "./main-content.tsx";
import { Refused } from "./refused.ts";

/** A refusal says itself what stops it; anything else is a fault of ours. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const t = useTranslations("app");
  return (
    <MainContent>
      <DocumentTitle page={t("brokenTitle")} />
      <ErrorState
        level={1}
        title={error instanceof Refused ? error.message : t("brokenTitle")}
        actions={
          <>
            <Button look="filled" onClick={reset}>
              {t("openAgain")}
            </Button>
            <ButtonLink to="/cases">{t("toCases")}</ButtonLink>
          </>
        }
      >
        <p>{t("brokenText")}</p>
      </ErrorState>
    </MainContent>
  );
}

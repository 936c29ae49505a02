import { isCloseReason } from "@consilium/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { DocumentTitle } from "../app/document-title.tsx";
import { MainContent } from "../app/main-content.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { ErrorState } from "../design/error-state.tsx";
import { useNotSavedReason } from "../design/not-saved-reason.ts";
import { caseKey } from "./case-query.ts";
import { WordsLeft } from "./left-words.tsx";

export interface CaseGoneProps {
  readonly caseId: string;
  /** The server's, where it said one. */
  readonly sentence?: string | undefined;
  /** What this page had not saved. */
  readonly children?: ReactNode;
}

/** Access has ended, or never was: nothing that was read stays, neither here nor in memory. What one wrote is given back. */
export function CaseGone({ caseId, sentence, children }: CaseGoneProps) {
  const t = useTranslations();
  const queries = useQueryClient();
  useEffect(() => {
    const read = { queryKey: caseKey(caseId), type: "inactive" } as const;
    queries.removeQueries(read);
    return () => queries.removeQueries({ queryKey: caseKey(caseId) });
  }, [queries, caseId]);
  return (
    <>
      <AppBar />
      <MainContent>
        <DocumentTitle page={t("workspace.goneTitle")} />
        <EmptyState
          level={1}
          title={t("workspace.goneTitle")}
          actions={
            <ButtonLink to="/cases" look="filled">
              {t("app.toCases")}
            </ButtonLink>
          }
        >
          {sentence && <p>{sentence}</p>}
          <p>{t("workspace.goneText")}</p>
        </EmptyState>
        {children}
        <WordsLeft caseId={caseId} />
      </MainContent>
    </>
  );
}

/** The server will not take this page back as it is. */
export function CaseBrokenOff({ reason }: { readonly reason: string }) {
  const t = useTranslations();
  const sayReason = useNotSavedReason();
  return (
    <>
      <AppBar />
      <MainContent>
        <DocumentTitle page={t("workspace.brokenOffTitle")} />
        <ErrorState
          level={1}
          title={t("workspace.brokenOffTitle")}
          actions={
            <Button look="filled" onClick={() => location.reload()}>
              {t("workspace.openAgain")}
            </Button>
          }
        >
          <p>
            {t("workspace.brokenOffText", { reason: sayReason(isCloseReason(reason) ? reason : "reset") })}
          </p>
        </ErrorState>
      </MainContent>
    </>
  );
}

import "./case-list.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { MainContent } from "../app/main-content.tsx";
import type { CaseListItem } from "../case/case-api.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { byUrgency } from "./by-urgency.ts";
import { CaseGroup } from "./case-group.tsx";
import { CasePreview } from "./case-preview.tsx";
import { countDue } from "./count-due.ts";
import { groupCases } from "./group-cases.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { KeysBar } from "./keys-bar.tsx";
import { partOfDay } from "./part-of-day.ts";
import { useListKeys } from "./use-list-keys.ts";

export interface WorkListProps {
  readonly cases: readonly CaseListItem[];
  /** Undefined: there are no more. */
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** The cases of whoever works here, those that are alike together, with their clocks and what is missing. */
export function WorkList({ cases, loadMore, isLoadingMore }: WorkListProps) {
  const t = useTranslations("caseList");
  const groups = groupCases(byUrgency(cases));
  const chosen = useChosen(groups.flatMap((group) => group.cases));
  return (
    <div className="work-list">
      <AppBar />
      <div className="work-list-body">
        <MainContent name="work-list-main">
          <WorkListHead cases={cases} />
          {groups.map((group, at) => (
            <CaseGroup key={group.cases[0]?.id} group={group} chosen={chosen?.id} isFirst={at === 0} />
          ))}
          {loadMore && (
            <p className="work-list-more">
              <Button onClick={loadMore} offReason={isLoadingMore ? t("loadingMore") : undefined}>
                {t("more")}
              </Button>
            </p>
          )}
        </MainContent>
        {chosen && <CasePreview item={chosen} />}
      </div>
      <KeysBar />
    </div>
  );
}

function WorkListHead({ cases }: Pick<WorkListProps, "cases">) {
  const t = useTranslations("caseList");
  const steps = useTranslations("intake");
  const imports = useTranslations("importing");
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  const [isImporting, showImport] = useState(false);
  const { thisWeek, late } = countDue(cases, now, zone);
  return (
    <>
      <div className="work-list-head">
        <PageTitle>
          {t("greeting", { part: partOfDay(now, zone) })} {t("dueThisWeek", { count: thisWeek })}{" "}
          {late > 0 && t("late", { count: late })}
        </PageTitle>
        <div className="work-list-new">
          <Button size="small" onClick={() => showImport(true)}>
            {imports("action")}
          </Button>
          <ButtonLink to="/cases/new" size="small">
            {steps("newCase")}
          </ButtonLink>
        </div>
      </div>
      {cases.length === 0 && (
        <EmptyState title={t("emptyTitle")}>
          <p>{t("emptyText")}</p>
        </EmptyState>
      )}
      <ImportDialog isOpen={isImporting} onClose={() => showImport(false)} />
    </>
  );
}

/** The chosen case is part of the address; J and K choose the next one and bring it into sight. */
function useChosen(inOrder: readonly CaseListItem[]): CaseListItem | undefined {
  const navigate = useNavigate();
  const wanted = useSearch({ from: "/cases/" }).case;
  const at = Math.max(
    0,
    inOrder.findIndex(({ id }) => id === wanted),
  );
  const chosen = inOrder[at];
  useListKeys({
    move: (by) => {
      const next = inOrder[at + by];
      if (!next) return;
      void navigate({ to: "/cases", search: { case: next.id }, replace: true, resetScroll: false });
      document.querySelector(`[data-case="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: "nearest" });
    },
    open: () => {
      if (chosen) void navigate({ to: "/cases/$caseId", params: { caseId: chosen.id } });
    },
  });
  return chosen;
}

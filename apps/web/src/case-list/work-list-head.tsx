import { IconStethoscope } from "@tabler/icons-react";
import { useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { countDue } from "./count-due.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { isSpecialistIn } from "./list-tabs.ts";
import { partOfDay } from "./part-of-day.ts";

export interface WorkListHeadProps {
  readonly cases: readonly CaseListItem[];
}

/** What is due this week, and the ways to a new case. */
export function WorkListHead({ cases }: WorkListHeadProps) {
  const t = useTranslations("caseList");
  const steps = useTranslations("intake");
  const imports = useTranslations("importing");
  const practice = useTranslations("coordination.practice");
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
        <div className="work-list-ways">
          {cases.some(isSpecialistIn) && (
            <ButtonLink size="small" look="quiet" to="/practice">
              <IconStethoscope size="1.25rem" stroke={1.75} aria-hidden />
              <span>{practice("open")}</span>
            </ButtonLink>
          )}
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

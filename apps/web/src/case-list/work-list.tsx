import "./case-list.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { MainContent } from "../app/main-content.tsx";
import { PlaceTabs } from "../board/place-tabs.tsx";
import type { CaseListItem } from "../case/case-api.ts";
import { OffersToMe } from "../coordination/offers-to-me.tsx";
import { ButtonLink } from "../design/button-link.tsx";
import { Button } from "../design/button.tsx";
import { EmptyState } from "../design/empty-state.tsx";
import { PageTitle } from "../design/page-title.tsx";
import { Segmented } from "../design/segmented.tsx";
import { byUrgency } from "./by-urgency.ts";
import { CaseGroup } from "./case-group.tsx";
import { CasePreview } from "./case-preview.tsx";
import { countDue } from "./count-due.ts";
import { groupCases } from "./group-cases.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { KeysBar } from "./keys-bar.tsx";
import { casesIn, type ListView, listViews, nextView } from "./list-views.ts";
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
  const { view, shown, show } = useView(cases);
  const groups = groupCases(byUrgency(shown));
  const chosen = useChosen(
    groups.flatMap((group) => group.cases),
    { view, show },
  );
  return (
    <div className="work-list">
      <AppBar>{isCoordinator(cases) && <PlaceTabs here="list" />}</AppBar>
      <div className="work-list-body">
        <MainContent name="work-list-main">
          <WorkListHead cases={cases} />
          <OffersToMe />
          {cases.length > 1 && <ViewChoice view={view} onShow={show} />}
          {cases.length > 0 && shown.length === 0 && <p className="work-list-none">{t("noneInView")}</p>}
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
      <KeysBar isCoordinator={isCoordinator(cases)} />
    </div>
  );
}

function WorkListHead({ cases }: Pick<WorkListProps, "cases">) {
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
          {isSpecialist(cases) && (
            <ButtonLink size="small" look="quiet" to="/practice">
              {practice("open")}
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

const isCoordinator = (cases: readonly CaseListItem[]): boolean =>
  cases.some(({ seats }) => seats.some(({ role }) => role === "coordinator"));
const isSpecialist = (cases: readonly CaseListItem[]): boolean =>
  cases.some(({ seats }) => seats.some(({ role }) => role === "specialist"));

interface View {
  readonly view: ListView;
  readonly show: (view: ListView) => void;
}

/** What of the list is shown is part of the address. */
function useView(cases: readonly CaseListItem[]): View & { readonly shown: readonly CaseListItem[] } {
  const navigate = useNavigate();
  const view = useSearch({ from: "/cases/" }).view ?? "alike";
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  const show = (next: ListView) =>
    void navigate({ to: "/cases", search: { view: next }, replace: true, resetScroll: false });
  return { view, show, shown: casesIn(view, cases, now, zone) };
}

function ViewChoice({ view, onShow }: { readonly view: ListView; readonly onShow: View["show"] }) {
  const t = useTranslations("caseList");
  return (
    <div className="work-list-view">
      <Segmented
        label={t("view")}
        options={listViews.map((value) => ({ value, label: t(`views.${value}`) }))}
        value={view}
        onChange={onShow}
      />
    </div>
  );
}

/** The chosen case is part of the address; J and K choose the next one and bring it into sight. */
function useChosen(inOrder: readonly CaseListItem[], { view, show }: View): CaseListItem | undefined {
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
      void navigate({ to: "/cases", search: { view, case: next.id }, replace: true, resetScroll: false });
      document.querySelector(`[data-case="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: "nearest" });
    },
    open: () => {
      if (chosen) void navigate({ to: "/cases/$caseId", params: { caseId: chosen.id } });
    },
    more: {
      g: () => show(nextView(view)),
      r: () => {
        if (chosen) void navigate({ to: "/cases/$caseId/records", params: { caseId: chosen.id } });
      },
      a: () => {
        if (chosen && isCoordinator([chosen]))
          void navigate({ to: "/cases/$caseId/triage", params: { caseId: chosen.id } });
      },
    },
  });
  return chosen;
}

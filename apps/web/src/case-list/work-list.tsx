import "./case-list.css";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AppBar } from "../app/app-bar.tsx";
import { MainContent } from "../app/main-content.tsx";
import { PlaceTabs } from "../board/place-tabs.tsx";
import type { CaseListItem } from "../case/case-api.ts";
import { OffersToMe } from "../coordination/offers-to-me.tsx";
import { Button } from "../design/button.tsx";
import { Segmented } from "../design/segmented.tsx";
import { useIsWidth } from "../design/width.ts";
import { byConference } from "./by-conference.ts";
import { byUrgency } from "./by-urgency.ts";
import { CaseGroup } from "./case-group.tsx";
import { CasePreview } from "./case-preview.tsx";
import { FindCase } from "./find-case.tsx";
import { groupCases } from "./group-cases.ts";
import { KeysBar } from "./keys-bar.tsx";
import { ListStanding } from "./list-standing.tsx";
import { isSpecialistIn } from "./list-tabs.ts";
import { type ListView, listViews, nextView } from "./list-views.ts";
import { useListKeys } from "./use-list-keys.ts";
import { type ListPlace, useListPlace } from "./use-list-place.ts";
import { WorkListHead } from "./work-list-head.tsx";
import { WorkTabs } from "./work-tabs.tsx";

export interface WorkListProps {
  readonly cases: readonly CaseListItem[];
  /** Undefined: there are no more. */
  readonly loadMore: (() => void) | undefined;
  readonly isLoadingMore: boolean;
}

/** The cases of whoever works here, those that are alike together, with their clocks and what is missing. */
export function WorkList({ cases, loadMore, isLoadingMore }: WorkListProps) {
  const place = useListPlace(cases);
  const { tab, view, words, shown, found } = place;
  const groups = tab === "conferences" && !found ? inOrderOfConferences(shown) : groupCases(byUrgency(shown));
  const inOrder = groups.flatMap((group) => group.cases);
  const { chosen, move, open } = useChosen(inOrder, place);
  const isNarrow = useIsWidth("narrow");
  const find = cases.length > 1 && (
    <FindCase words={words} onWords={place.find} onOpen={open} onMove={move} />
  );
  const tabs = <Tabs cases={cases} place={place} isMore={loadMore !== undefined} />;
  return (
    <div className="work-list">
      <AppBar>
        {!isNarrow && tabs}
        {!isNarrow && find}
      </AppBar>
      <div className="work-list-body">
        <MainContent name="work-list-main">
          {isNarrow && tabs}
          {isNarrow && find}
          <WorkListHead cases={cases} />
          <OffersToMe />
          {!found && cases.length > 1 && <ViewChoice view={view} onShow={place.show} />}
          <ListStanding cases={cases} shown={shown} found={found} />
          {groups.map((group, at) => (
            <CaseGroup key={group.cases[0]?.id} group={group} chosen={chosen?.id} isFirst={at === 0} />
          ))}
          <MoreCases
            {...(found ? { ...found, isLoadingMore: found.isSearching } : { loadMore, isLoadingMore })}
          />
        </MainContent>
        {chosen && <CasePreview item={chosen} />}
      </div>
      <KeysBar isCoordinator={isCoordinator(cases)} />
    </div>
  );
}

/** Each by itself: what is alike would stand together, and not in the order of the day. */
const inOrderOfConferences = (cases: readonly CaseListItem[]) =>
  byConference(cases).flatMap((item) => groupCases([item]));

interface TabsProps {
  readonly cases: readonly CaseListItem[];
  readonly place: ListPlace;
  readonly isMore: boolean;
}

function Tabs({ cases, place: { tab, found }, isMore }: TabsProps) {
  const coordinates = isCoordinator(cases);
  if (!cases.some(isSpecialistIn)) return coordinates && <PlaceTabs here="list" />;
  return (
    <WorkTabs cases={cases} here={found ? undefined : tab} isMore={isMore} isCoordinator={coordinates} />
  );
}

function MoreCases({ loadMore, isLoadingMore }: Pick<WorkListProps, "loadMore" | "isLoadingMore">) {
  const t = useTranslations("caseList");
  if (!loadMore) return null;
  return (
    <p className="work-list-more">
      <Button onClick={loadMore} offReason={isLoadingMore ? t("loadingMore") : undefined}>
        {t("more")}
      </Button>
    </p>
  );
}

const isCoordinator = (cases: readonly CaseListItem[]): boolean =>
  cases.some(({ seats }) => seats.some(({ role }) => role === "coordinator"));

function ViewChoice({ view, onShow }: { readonly view: ListView; readonly onShow: ListPlace["show"] }) {
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
function useChosen(inOrder: readonly CaseListItem[], { view, show }: ListPlace) {
  const navigate = useNavigate();
  const search = useSearch({ from: "/cases/" });
  const at = Math.max(
    0,
    inOrder.findIndex(({ id }) => id === search.case),
  );
  const chosen = inOrder[at];
  const move = (by: 1 | -1) => {
    const next = inOrder[at + by];
    if (!next) return;
    void navigate({ to: "/cases", search: { ...search, case: next.id }, replace: true, resetScroll: false });
    document.querySelector(`[data-case="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const open = () => {
    if (chosen) void navigate({ to: "/cases/$caseId", params: { caseId: chosen.id } });
  };
  useListKeys({
    move,
    open,
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
  return { chosen, move, open };
}

import { useInfiniteQuery, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { useTranslations } from "use-intl";
import { MainContent } from "../app/main-content.tsx";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { UrgentBanners } from "../urgent/urgent-banners.tsx";
import { differenceQuery, type Looked, scrubberQuery, type Step, stepsQuery } from "./history-api.ts";
import { HistoryBar } from "./history-bar.tsx";
import { HistoryPanes } from "./history-panes.tsx";
import type { HistorySearch } from "./history-search.ts";
import { type Span, spanOf, spanOfStep, stepAt } from "./moments.ts";
import { usePlayback } from "./playback.ts";
import { Scrubber } from "./scrubber.tsx";
import { SectionChoice } from "./section-choice.tsx";
import { StepList } from "./step-list.tsx";

export interface OpinionHistoryProps {
  readonly looked: Looked;
  readonly search: HistorySearch;
  readonly show: (change: HistorySearch) => void;
}

export function OpinionHistory({ looked, search, show }: OpinionHistoryProps) {
  const t = useTranslations("history");
  const { section } = search;
  const { data: moments } = useSuspenseQuery(scrubberQuery(looked));
  const span = spanOf(search, moments);
  const { steps, loadMore } = useSteps(looked, section, span.to);
  const difference = useQuery(differenceQuery(looked, { ...span, section }));
  const showStep = useShowStep(show, moments.first);
  const playback = usePlayback(steps, span.to, showStep, !difference.isPlaceholderData);
  if (difference.error) throw difference.error;
  return (
    <div className="history">
      <HistoryBar looked={looked} at={difference.data?.toAt ?? null} isNow={span.to === moments.last} />
      <UrgentBanners />
      <div className="history-body">
        <aside className="history-aside">
          <div className="history-aside-head">
            <h2>{t("title")}</h2>
            <SectionChoice section={section} onChoose={(chosen) => show({ section: chosen })} />
          </div>
          <StepList steps={steps} current={stepAt(steps, span.to)} onChoose={showStep} loadMore={loadMore} />
        </aside>
        <MainContent name="history-main">
          <h1 className="visually-hidden">{t("title")}</h1>
          {difference.data ? (
            <HistoryPanes difference={difference.data} section={section} moments={moments} show={show} />
          ) : (
            <SkeletonAfter />
          )}
        </MainContent>
      </div>
      <Scrubber moments={moments} to={span.to} playback={playback} onMove={(to) => show(movedTo(span, to))} />
    </div>
  );
}

const useShowStep = (show: OpinionHistoryProps["show"], first: number) =>
  useCallback(
    (step: Step) => {
      const { from, to } = spanOfStep(step);
      show({ from: Math.max(first, from), to });
    },
    [show, first],
  );

/** The moment before stays, as long as it is one. */
const movedTo = ({ from }: Span, to: number): Span => ({ from: Math.min(from, to), to });

/** Pages are asked for until the moment that is looked at is among them. */
function useSteps(looked: Looked, section: string | undefined, to: number) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    stepsQuery(looked, section),
  );
  const steps = data?.pages.flatMap(({ items }) => items) ?? [];
  const reached = steps.at(-1)?.to ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && reached <= to) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, reached, to, fetchNextPage]);
  return { steps, loadMore: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined };
}

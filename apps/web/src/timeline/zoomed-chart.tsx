import { dateOfDay, daysOf, type DaySpan } from "@consilium/clinical";
import { dayIn } from "@consilium/foundation";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useFormatter, useNow, useTimeZone, useTranslations } from "use-intl";
import { Segmented } from "../design/segmented.tsx";
import { ToolbarLink } from "../design/toolbar-link.tsx";
import { dateWords } from "../record/record-words.ts";
import type { DatedEntry, Sight } from "./lay-lanes.ts";
import { TimelineChart } from "./timeline-chart.tsx";
import { type Span, type Zoom, zooms } from "./timeline-search.ts";
import { allDays, type Beyond, beyondWindow, daysAround, neighbour, newestDay } from "./timeline-window.ts";

const route = getRouteApi("/cases/$caseId/records/timeline");

export interface ZoomedChartProps {
  readonly entries: readonly DatedEntry[];
  readonly marks: ReadonlyMap<string, number>;
}

/** The axis, and how much of it is shown: the address says both, so that back works and it can be sent. */
export function ZoomedChart({ entries, marks }: ZoomedChartProps) {
  const today = useToday();
  const { zoom = "year", at } = route.useSearch();
  const window = useMemo(() => {
    if (zoom === "all") return allDays(entries, today);
    return daysAround(zoom, at === undefined ? newestDay(entries, today) : daysOf(at).start);
  }, [entries, today, zoom, at]);
  return (
    <>
      <ZoomBar entries={entries} window={window} today={today} zoom={zoom} />
      <TimelineChart entries={entries} window={window} today={today} marks={marks} />
    </>
  );
}

/** A day number, by the reader's calendar. */
function useToday(): number {
  const zone = useTimeZone() ?? "UTC";
  return daysOf(dayIn(zone, useNow())).start;
}

interface ZoomBarProps extends Pick<ZoomedChartProps, "entries">, Sight {
  readonly zoom: Zoom;
}

function ZoomBar({ entries, window, today, zoom }: ZoomBarProps) {
  const t = useTranslations("timeline");
  const navigate = route.useNavigate();
  const { before, after } = useMemo(() => beyondWindow(entries, { window, today }), [entries, window, today]);
  const choose = (next: Zoom) =>
    void navigate({
      to: ".",
      search: (now) => ({ ...now, zoom: next === "year" ? undefined : next }),
      replace: true,
    });
  return (
    <div className="timeline-zoom">
      <Segmented
        label={t("zoom.name")}
        options={zooms.map((value) => ({ value, label: t(`zoom.${value}`) }))}
        value={zoom}
        onChange={choose}
      />
      {zoom !== "all" && (
        <>
          <Step zoom={zoom} window={window} by={-1} />
          <WindowWords zoom={zoom} window={window} />
          <Step zoom={zoom} window={window} by={1} />
          {before && <ToNearest beyond={before} is="before" />}
          {after && <ToNearest beyond={after} is="after" />}
        </>
      )}
    </div>
  );
}

interface StepProps {
  readonly zoom: Span;
  readonly window: DaySpan;
  readonly by: 1 | -1;
}

function Step({ zoom, window, by }: StepProps) {
  const t = useTranslations("timeline");
  const Icon = by < 0 ? IconChevronLeft : IconChevronRight;
  const at = dateOfDay(neighbour(zoom, window, by));
  return (
    <ToolbarLink
      to="."
      search={(now) => ({ ...now, at })}
      resetScroll={false}
      icon={<Icon className="timeline-step" size="1.125rem" stroke={1.75} aria-hidden />}
      label={by < 0 ? t("previous") : t("next")}
    />
  );
}

function WindowWords({ zoom, window }: Omit<StepProps, "by">) {
  const format = useFormatter();
  const date = dateOfDay(window.start).slice(0, zoom === "year" ? 4 : 7);
  return <output className="timeline-window num">{dateWords(format, date)}</output>;
}

function ToNearest({ beyond, is }: { readonly beyond: Beyond; readonly is: "before" | "after" }) {
  const t = useTranslations("timeline");
  const { count } = beyond;
  const at = dateOfDay(beyond.nearest);
  return (
    <Link className="timeline-beyond" to="." search={(now) => ({ ...now, at })} resetScroll={false}>
      {is === "before" ? t("before", { count }) : t("after", { count })}
    </Link>
  );
}

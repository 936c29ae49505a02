import type { TimelineLane } from "@consilium/clinical";
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { withKeys } from "../thread/quoted.tsx";
import { EntryRow } from "./entry-row.tsx";
import { type DatedEntry, layLanes, type PlacedLane, type PlacedMark, type Sight } from "./lay-lanes.ts";
import { TimelineAxis } from "./timeline-axis.tsx";
import { markFrom } from "./timeline-keys.ts";
import { rowHeight, TimelineMark } from "./timeline-mark.tsx";
import { useLaneWidth } from "./use-lane-width.ts";

export interface TimelineChartProps extends Sight {
  readonly entries: readonly DatedEntry[];
  readonly marks: ReadonlyMap<string, number>;
}

/** The lanes under one axis. One stop of the Tab key; inside, the arrows go from entry to entry. */
export function TimelineChart({ entries, window, today, marks }: TimelineChartProps) {
  const t = useTranslations("timeline");
  const body = useRef<HTMLDivElement>(null);
  const width = useLaneWidth(body);
  const lanes = useMemo(() => layLanes(entries, { window, today }, width), [entries, window, today, width]);
  const walk = useWalk(lanes);
  const [unfoldedId, unfold] = useState<string>();
  const unfolded = lanes.flatMap((lane) => lane.marks).find((mark) => idOf(mark) === unfoldedId);
  return (
    <>
      <div className="timeline-chart">
        <div className="timeline-lanes" ref={body}>
          <TimelineAxis window={window} width={width} today={today} />
          {lanes.length === 0 && <p className="timeline-nothing">{t("nothingHere")}</p>}
          {lanes.map((lane) => (
            <Lane key={lane.lane} lane={lane}>
              {lane.marks.map((mark) => (
                <li key={idOf(mark)} ref={walk.keep(mark)}>
                  <TimelineMark
                    mark={mark}
                    count={sum(mark, marks)}
                    isTabStop={walk.isStop(mark)}
                    isUnfolded={idOf(mark) === unfoldedId}
                    onKeyDown={(event) => walk.step(event, mark)}
                    onUnfold={() => unfold(idOf(mark) === unfoldedId ? undefined : idOf(mark))}
                  />
                </li>
              ))}
            </Lane>
          ))}
        </div>
      </div>
      {unfolded && unfolded.entries.length > 1 && (
        <Unfolded mark={unfolded} marks={marks} onClose={() => unfold(undefined)} />
      )}
      {lanes.length > 0 && <p className="timeline-keys">{t.rich("keys", withKeys)}</p>}
    </>
  );
}

const idOf = ({ entries: [first] }: PlacedMark): string => first.id;

const sum = ({ entries }: PlacedMark, marks: ReadonlyMap<string, number>): number =>
  entries.reduce((count, { id }) => count + (marks.get(id) ?? 0), 0);

interface LaneProps {
  readonly lane: PlacedLane;
  readonly children: ReactNode;
}

function Lane({ lane: { lane, rows }, children }: LaneProps) {
  const t = useTranslations("timeline");
  return (
    <section className="timeline-lane" aria-labelledby={headingOf(lane)}>
      <h2 id={headingOf(lane)}>{t(`lane.${lane}`)}</h2>
      <ul style={{ blockSize: rows * rowHeight + 4 }}>{children}</ul>
    </section>
  );
}

const headingOf = (lane: TimelineLane): string => `timeline-${lane}`;

interface UnfoldedProps extends Pick<TimelineChartProps, "marks"> {
  readonly mark: PlacedMark;
  readonly onClose: () => void;
}

function Unfolded({ mark: { entries }, marks, onClose }: UnfoldedProps) {
  const t = useTranslations("timeline");
  return (
    <section className="timeline-apart">
      <h2>{t("togetherTitle", { count: entries.length })}</h2>
      <ul>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} marks={marks.get(entry.id) ?? 0} />
        ))}
      </ul>
      <Button size="small" look="quiet" onClick={onClose}>
        {t("closeTogether")}
      </Button>
    </section>
  );
}

/** The keyboard's way: which mark the Tab key comes to, and where the arrows lead. */
function useWalk(lanes: readonly PlacedLane[]) {
  const items = useRef(new Map<string, HTMLLIElement>());
  const [lastId, setLast] = useState<string>();
  const all = lanes.flatMap(({ marks }) => marks);
  const stop = all.find((mark) => idOf(mark) === lastId) ?? all[0];
  return {
    isStop: (mark: PlacedMark) => stop !== undefined && idOf(mark) === idOf(stop),
    keep: (mark: PlacedMark) => (item: HTMLLIElement | null) => {
      if (item) items.current.set(idOf(mark), item);
      else items.current.delete(idOf(mark));
    },
    step: (event: KeyboardEvent, mark: PlacedMark) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, currentTarget } = event;
      if (ctrlKey || metaKey || altKey || shiftKey) return;
      const isRightToLeft = getComputedStyle(currentTarget).direction === "rtl";
      const next = markFrom(key, mark, lanes, isRightToLeft);
      if (!next) return;
      event.preventDefault();
      setLast(idOf(next));
      items.current.get(idOf(next))?.querySelector<HTMLElement>("a, button")?.focus();
    },
  };
}

import { dateOfDay } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { type Tick, ticksOf } from "./axis-ticks.ts";
import type { Sight } from "./lay-lanes.ts";

export interface TimelineAxisProps extends Sight {
  /** Pixels. */
  readonly width: number;
}

/** Pixels of the word. */
const todayRoom = 56;

/** Lines across the lanes with the names of years, months or days above them, and where today is. */
export function TimelineAxis({ window, width, today }: TimelineAxisProps) {
  const t = useTranslations("timeline");
  const words = useTickWords();
  const toPixels = (day: number) => ((day - window.start) / (window.end - window.start)) * width;
  const isAtEnd = toPixels(today) > width - todayRoom;
  const isTodayHere = today >= window.start && today < window.end;
  return (
    <div className="timeline-axis" aria-hidden>
      {ticksOf(window, width).map((tick) => (
        <span
          key={tick.day}
          className="timeline-tick num"
          data-unit={tick.unit}
          style={{ insetInlineStart: toPixels(tick.day) }}
        >
          {words(tick)}
        </span>
      ))}
      {isTodayHere && (
        <span
          className="timeline-today"
          data-at={isAtEnd ? "end" : undefined}
          style={{ insetInlineStart: toPixels(today + 0.5) }}
        >
          <span>{t("today")}</span>
        </span>
      )}
    </div>
  );
}

function useTickWords(): (tick: Tick) => string {
  const format = useFormatter();
  return ({ day, unit }) => {
    const date = dateOfDay(day);
    if (unit === "year") return date.slice(0, 4);
    const look = unit === "month" ? ({ month: "short" } as const) : ({ day: "numeric" } as const);
    return format.dateTime(new Date(`${date}T00:00:00Z`), { ...look, timeZone: "UTC" });
  };
}

import "../design/due-time.css";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { daysUntil } from "../design/days-until.ts";
import { DueTime } from "../design/due-time.tsx";
import { Glyph } from "../design/glyph.tsx";
import type { BoardItem, Thing } from "./board-query.ts";

export interface ThingTimeProps {
  readonly item: BoardItem;
  readonly thing: Thing;
}

/** What has a date shows how far it is, or how late; the others since when they wait. */
export function ThingTime({ item, thing: { what, clock, at, severity } }: ThingTimeProps) {
  const due = new Date(at);
  if (what === "nobody" || what === "visit" || what === "not-read" || what === "whose")
    return <Since at={due} isLate={severity === "late"} />;
  const from = item.clocks.find(({ kind }) => kind === clock)?.from;
  return <DueTime clock={{ state: "running", from: from ? new Date(from) : due, due }} />;
}

function Since({ at, isLate }: { readonly at: Date; readonly isLate: boolean }) {
  const t = useTranslations("board");
  const clock = useTranslations("case");
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  return (
    <span className="due-time" data-tone={isLate ? "stop" : "warn"}>
      <Glyph name={isLate ? "late" : "advice"} />
      <b>{t("sinceDays", { days: -daysUntil(at, now, zone) })}</b>
      <small>
        <time dateTime={at.toISOString()}>{clock("dueAt", { due: at })}</time>
      </small>
    </span>
  );
}

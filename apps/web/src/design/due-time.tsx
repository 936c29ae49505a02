import "./due-time.css";
import type { ReactNode } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { daysUntil } from "./days-until.ts";
import { Glyph, PieGlyph } from "./glyph.tsx";

/** One of a case's two clocks. */
export type DueClock =
  | { readonly state: "running"; readonly from: Date; readonly due: Date }
  | { readonly state: "paused"; readonly until: Date | null; readonly reason: string }
  | { readonly state: "met"; readonly on: Date };

export interface DueTimeProps {
  readonly clock: DueClock;
  /** Where nothing beside it says so. */
  readonly isNamed?: boolean;
}

const minute = 60_000;

/** Glyph, distance, then date and hour in the reader's zone. The shape changes at two days and when late. */
export function DueTime({ clock, isNamed = false }: DueTimeProps) {
  const t = useTranslations("case");
  const say = useClockWords(isNamed);
  switch (clock.state) {
    case "running":
      return <Running from={clock.from} due={clock.due} isNamed={isNamed} />;
    case "paused":
      return (
        <Clock glyph={<Glyph name="paused" />} distance={say("paused")} title={clock.reason}>
          {clock.until ? t("pausedUntil", { until: clock.until }) : clock.reason}
        </Clock>
      );
    case "met":
      return (
        <Clock glyph={<Glyph name="done" />} distance={say("met")} tone="met">
          {t("metOn", { on: clock.on })}
        </Clock>
      );
  }
}

/** Of any clock, or of the opinion's by name. */
function useClockWords(isNamed: boolean) {
  const any = useTranslations("case.clock");
  const opinions = useTranslations("case.opinionClock");
  return isNamed ? opinions : any;
}

interface RunningProps {
  readonly from: Date;
  readonly due: Date;
  readonly isNamed: boolean;
}

function Running({ from, due, isNamed }: RunningProps) {
  const t = useTranslations("case");
  const say = useClockWords(isNamed);
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: minute });
  const days = daysUntil(due, now, zone);
  const at = <time dateTime={due.toISOString()}>{t("dueAt", { due })}</time>;
  if (due <= now) {
    const distance = days === 0 ? say("lateToday") : say("late", { days: -days });
    return (
      <Clock glyph={<Glyph name="late" />} distance={distance} tone="stop">
        {at}
      </Clock>
    );
  }
  const used = (now.getTime() - from.getTime()) / (due.getTime() - from.getTime());
  return (
    <Clock
      glyph={days <= 2 ? <Glyph name="advice" /> : <PieGlyph used={used} />}
      distance={say("dueIn", { days })}
      tone={days <= 2 ? "warn" : undefined}
    >
      {at}
    </Clock>
  );
}

interface ClockProps {
  readonly glyph: ReactNode;
  readonly distance: string;
  readonly children: ReactNode;
  readonly tone?: "met" | "warn" | "stop" | undefined;
  readonly title?: string;
}

function Clock({ glyph, distance, children, tone, title }: ClockProps) {
  return (
    <span className="due-time" data-tone={tone} title={title}>
      {glyph}
      <b>{distance}</b>
      <small>{children}</small>
    </span>
  );
}

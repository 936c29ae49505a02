import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { standingOf } from "../record/laboratory-panels.ts";
import { valueName } from "../record/place-words.ts";
import { useRecordMarks } from "../record/record-marks.ts";
import { dateWords, measured } from "../record/record-words.ts";
import type { Plot } from "./plot.ts";
import { PointShape } from "./point-shape.tsx";
import { labelled } from "./trend-labels.ts";
import type { Trend, TrendPoint } from "./trends.ts";

export interface TrendPointsProps {
  readonly trend: Trend;
  readonly plot: Plot;
}

/** The values as a list over the drawing: one stop of the Tab key, arrow keys from one to the next. */
export function TrendPoints({ trend, plot }: TrendPointsProps) {
  const t = useTranslations("trend");
  const keys = useId();
  const { points, title } = trend;
  const labels = useMemo(() => labelled(points, plot), [points, plot]);
  const [current, setCurrent] = useState(points.length - 1);
  const reachable = Math.min(current, points.length - 1);
  return (
    <>
      <ul className="trend-points" aria-label={t("points", { title })}>
        {points.map((one, at) => (
          <li
            key={one.point.id}
            className="trend-place"
            style={{ left: plot.x(one.at), top: plot.y(one.value) }}
          >
            <PointButton
              one={one}
              trend={trend}
              keys={keys}
              isReachable={at === reachable}
              isEnd={plot.x(one.at) > plot.width / 2}
              onReach={() => setCurrent(at)}
            />
            {labels.has(one.point.id) && <Label one={one} />}
            <Comments observation={one.point.id} />
          </li>
        ))}
      </ul>
      <p id={keys} hidden>
        {t("keys")}
      </p>
    </>
  );
}

function Label({ one: { text, isConverted } }: { readonly one: TrendPoint }) {
  const t = useTranslations("trend");
  return (
    <span className="trend-label" aria-hidden>
      {text}
      {isConverted && <small>{t("converted")}</small>}
    </span>
  );
}

interface PointButtonProps {
  readonly one: TrendPoint;
  readonly trend: Trend;
  readonly keys: string;
  readonly isReachable: boolean;
  /** In the second half: its words go to the other side. */
  readonly isEnd: boolean;
  readonly onReach: () => void;
}

function PointButton({ one, trend, keys, isReachable, isEnd, onReach }: PointButtonProps) {
  const format = useFormatter();
  const { chooseValue, chosenValue, litValue } = useRecordMarks();
  const { point, series } = one;
  const said = useSaid(one, trend);
  return (
    <button
      type="button"
      className="trend-point"
      aria-describedby={keys}
      aria-pressed={chooseValue ? chosenValue === point.id : undefined}
      aria-disabled={chooseValue ? undefined : true}
      data-lit={litValue === point.id || undefined}
      data-comparator={one.comparator ?? undefined}
      data-end={isEnd || undefined}
      tabIndex={isReachable ? 0 : -1}
      onFocus={onReach}
      onKeyDown={moveAlong}
      onClick={() => chooseValue?.(point.id, valueName(format, series, point))}
    >
      <PointShape standing={standingOf(point)} />
      {one.comparator !== null && (
        <span className="trend-beyond" aria-hidden>
          {one.comparator.startsWith("<") ? "↓" : "↑"}
        </span>
      )}
      <span className="trend-said">{said}</span>
    </button>
  );
}

/** Everything that the eye takes from a point: when, what, how it stands, and whether it was converted. */
function useSaid({ point, series, text, isConverted }: TrendPoint, { title, unit }: Trend): string {
  const t = useTranslations("trend");
  const standingWords = useTranslations("record");
  const format = useFormatter();
  const standing = standingOf(point);
  const parts = [
    `${title} ${text}${unit ? ` ${unit}` : ""}`,
    isConverted && t("convertedFrom", { written: measured(point, series.unit?.text) }),
    standing === "other" && (point.interpretation?.text || point.interpretation?.code),
    standing && standing !== "other" && standing !== "normal" && standingWords(`standing.${standing}`),
    point.status,
  ];
  return t("point", { date: dateWords(format, point.date), said: parts.filter(Boolean).join(", ") });
}

function moveAlong(event: KeyboardEvent<HTMLButtonElement>): void {
  const list = event.currentTarget.closest("ul");
  const all = [...(list?.querySelectorAll<HTMLButtonElement>(".trend-point") ?? [])];
  const next = all[placeAfter(event.key, all.indexOf(event.currentTarget), all.length)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** -1: the key goes nowhere. At both ends it stays. */
function placeAfter(key: string, now: number, count: number): number {
  switch (key) {
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(0, now - 1);
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(count - 1, now + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return -1;
  }
}

/** Who spoke about a value, at the value itself. */
function Comments({ observation }: { readonly observation: string }) {
  const t = useTranslations("trend");
  const { threadsOnValue, openThread } = useRecordMarks();
  const threads = threadsOnValue.get(observation);
  if (!threads) return null;
  return (
    <span className="trend-comments">
      {threads.map(({ id, author }) => (
        <button
          key={id}
          type="button"
          className="trend-comment"
          data-person={author.colour}
          data-side={author.side}
          title={t("comment", { name: author.name })}
          onClick={() => openThread(id)}
        >
          {author.initials} <span className="visually-hidden">{t("comment", { name: author.name })}</span>
        </button>
      ))}
    </span>
  );
}

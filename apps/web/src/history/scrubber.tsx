import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { usePeople } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import type { Scrubber as Moments } from "./history-api.ts";
import { barAt } from "./moments.ts";
import type { Playback } from "./playback.ts";
import { ScrubberBars } from "./scrubber-bars.tsx";
import { dayMarks, type FlagMark, flagMarks } from "./scrubber-marks.ts";

export interface ScrubberProps {
  readonly moments: Moments;
  readonly to: number;
  readonly playback: Playback;
  readonly onMove: (to: number) => void;
}

/** All moments from the first to now: bars by person, flags of versions and shares, and a slider over them. */
export function Scrubber({ moments, to, playback, onMove }: ScrubberProps) {
  return (
    <footer className="history-scrubber">
      <PlaybackKeys playback={playback} />
      <Track moments={moments} to={to} onMove={onMove} />
    </footer>
  );
}

function Track({ moments, to, onMove }: Omit<ScrubberProps, "playback">) {
  const t = useTranslations("history");
  const { bars } = moments;
  const at = barAt(bars, to);
  const bar = bars[at];
  const flags = flagMarks(moments);
  const lanes = Math.max(0, ...flags.map(({ lane }) => lane)) + 1;
  return (
    <div className="history-track" style={{ paddingBlockStart: `${lanes * laneHeight + 0.25}rem` }}>
      <Flags flags={flags} lanes={lanes} onMove={onMove} />
      <ScrubberBars bars={bars} />
      <input
        type="range"
        min={0}
        max={Math.max(0, bars.length - 1)}
        value={at}
        aria-label={t("scrubber")}
        aria-valuetext={bar && t("at", { at: new Date(bar.until) })}
        onChange={({ target }) => onMove(bars[Number(target.value)]?.to ?? to)}
      />
      <Days bars={bars} />
    </div>
  );
}

interface FlagsProps extends Pick<ScrubberProps, "onMove"> {
  readonly flags: readonly FlagMark[];
  readonly lanes: number;
}

/** Rem. */
const laneHeight = 1.5;
const barsHeight = 1.875;

function Flags({ flags, lanes, onMove }: FlagsProps) {
  const t = useTranslations("history");
  const people = usePeople();
  return (
    <ul className="history-flags">
      {flags.map(({ flag, x, lane }) => (
        <li
          key={`${flag.kind} ${flag.at}`}
          data-person={people.get(flag.by)?.colour ?? "slate"}
          style={{
            insetInlineStart: `${x}%`,
            insetBlockStart: `${(lanes - 1 - lane) * laneHeight}rem`,
            blockSize: `${(lane + 1) * laneHeight + 0.25 + barsHeight}rem`,
          }}
          data-end={x > 80 || undefined}
        >
          <button
            type="button"
            onClick={() => onMove(flag.sequence)}
            title={t("at", { at: new Date(flag.at) })}
          >
            {flag.kind === "version" ? flag.name : t("flagShare", { audience: flag.name })}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Days({ bars }: Pick<Moments, "bars">) {
  const t = useTranslations("history");
  return (
    <p className="history-days num" aria-hidden="true">
      {dayMarks(bars).map(({ at, x }) => (
        <span key={x} style={{ insetInlineStart: `${x}%` }}>
          {t("day", { at })}
        </span>
      ))}
      <span className="history-days-now">{t("now")}</span>
    </p>
  );
}

function PlaybackKeys({ playback }: { readonly playback: Playback }) {
  const t = useTranslations("history");
  const { isPlaying, speed } = playback;
  return (
    <div className="history-playback">
      <Button
        aria-label={t("previous")}
        aria-keyshortcuts="["
        title={`${t("previous")} ([)`}
        onClick={playback.previous}
        icon={<IconPlayerSkipBack size="1.125rem" stroke={1.75} aria-hidden />}
        disabled={!playback.hasPrevious}
      />
      <Button
        aria-label={isPlaying ? t("pause") : t("play")}
        onClick={playback.toggle}
        disabled={!playback.hasNext}
        icon={
          isPlaying ? (
            <IconPlayerPause size="1.125rem" stroke={1.75} aria-hidden />
          ) : (
            <IconPlayerPlay size="1.125rem" stroke={1.75} aria-hidden />
          )
        }
      />
      <Button
        aria-label={t("next")}
        aria-keyshortcuts="]"
        title={`${t("next")} (])`}
        onClick={playback.next}
        disabled={!playback.hasNext}
        icon={<IconPlayerSkipForward size="1.125rem" stroke={1.75} aria-hidden />}
      />
      <Button look="quiet" size="small" onClick={playback.faster} aria-label={t("speed", { times: speed })}>
        {t("speedTimes", { times: speed })}
      </Button>
    </div>
  );
}

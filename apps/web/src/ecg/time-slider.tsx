import { useFormatter, useTranslations } from "use-intl";
import { lastStart } from "./ecg-sheet.ts";
import type { EcgPaper } from "./use-ecg-paper.ts";

export interface TimeSliderProps {
  readonly paper: EcgPaper;
  readonly onMove: () => void;
}

/** Milliseconds. */
const step = 100;

/** Where in the recording the paper begins; nothing where all of it is seen. */
export function TimeSlider({ paper, onMove }: TimeSliderProps) {
  const t = useTranslations("ecg");
  const format = useFormatter();
  const { from, duration, sheet } = paper;
  const last = lastStart(duration, sheet.seen);
  if (last === 0) return null;
  const seconds = (ms: number) => format.number(ms / 1000, { maximumFractionDigits: 1 });
  const to = Math.min(duration, from + sheet.seen);
  return (
    <input
      className="ecg-slider"
      type="range"
      min={0}
      max={Math.ceil(last / step) * step}
      step={step}
      value={from}
      aria-label={t("tool.pan")}
      aria-valuetext={t("seconds", { from: seconds(from), to: seconds(to), all: seconds(duration) })}
      onChange={(event) => {
        onMove();
        paper.goTo(Number(event.currentTarget.value));
      }}
    />
  );
}

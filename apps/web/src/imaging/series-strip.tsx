import { useTranslations } from "use-intl";
import { SeriesButton } from "./series-button.tsx";
import { type OpenStudy, shownSeries } from "./study-choice.ts";

export interface SeriesStripProps {
  readonly study: OpenStudy;
  readonly open: string | undefined;
  readonly onOpen: (series: string) => void;
}

/** The series of a study that can be looked at. One alone needs no choice. */
export function SeriesStrip({ study, open, onOpen }: SeriesStripProps) {
  const t = useTranslations("imaging");
  const shown = shownSeries(study);
  if (shown.length < 2) return null;
  return (
    <nav className="series-strip" aria-label={t("series")}>
      {shown.map((series) => (
        <SeriesButton
          key={series.uid}
          study={study}
          series={series}
          isOpen={series.uid === open}
          onOpen={() => onOpen(series.uid)}
        />
      ))}
    </nav>
  );
}

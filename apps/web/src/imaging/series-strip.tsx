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

/** Series that lie here and are not drawn: said, never hidden. */
export function NotDisplayed({ study }: { readonly study: OpenStudy }) {
  const t = useTranslations("imaging");
  const left = study.content.series.flatMap((series) =>
    series.notDisplayed === null ? [] : [{ ...series, reason: series.notDisplayed }],
  );
  if (left.length === 0) return null;
  return (
    <details className="not-displayed">
      <summary>{t("notDisplayedTitle", { count: left.length })}</summary>
      <ul>
        {left.map(({ uid, modality, description, reason }) => (
          <li key={uid}>
            <bdi>{[modality, description].filter((part) => part !== "").join(" ")}</bdi>
            {": "}
            {t(`notDisplayed.${reason}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

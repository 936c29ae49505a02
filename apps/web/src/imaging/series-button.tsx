import type { ImageSeries } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { SeriesThumbnail } from "./series-thumbnail.tsx";
import type { OpenStudy } from "./study-choice.ts";

export interface SeriesButtonProps {
  readonly study: OpenStudy;
  readonly series: ImageSeries;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** A series to choose: one of its pictures, its name, how many there are. */
export function SeriesButton({ study, series, isOpen, onOpen }: SeriesButtonProps) {
  const t = useTranslations("imaging");
  const { number, description } = series;
  const numbered = number === null ? t("seriesNoName") : t("seriesNumber", { number: String(number) });
  return (
    <button type="button" className="series-button" aria-current={isOpen || undefined} onClick={onOpen}>
      <SeriesThumbnail study={study} series={series.uid} />
      <span>
        <b dir="auto">{description || numbered}</b>
        <small>
          {series.modality} · {t("pictures", { count: series.frames })}
          {series.thicknessMm !== null && ` · ${t("thickness", { millimetres: series.thicknessMm })}`}
        </small>
      </span>
    </button>
  );
}

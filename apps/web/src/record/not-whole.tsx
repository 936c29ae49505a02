import type { ImageSeries, RecordOf, SeriesGap } from "@consilium/clinical";
import { useTranslations } from "use-intl";

type Study = RecordOf<"imaging-study">;

export interface NotWholeProps {
  readonly study: Study;
  readonly className: string;
}

/** What a study lacks, or has twice, a sentence each: it is not shown as if it were whole. */
export function NotWhole({ study, className }: NotWholeProps) {
  const t = useTranslations("imaging.notWhole");
  const { series, sameIdentifiers } = study.content;
  return (
    <>
      {series.map(
        (one) =>
          one.gaps?.[0] && (
            <p key={one.uid} className={className}>
              {series.length > 1 && <SeriesName series={one} />}
              <Gaps first={one.gaps[0]} gaps={one.gaps} />
            </p>
          ),
      )}
      {sameIdentifiers !== undefined && (
        <p className={className}>{t("sameIdentifiers", { count: sameIdentifiers })}</p>
      )}
    </>
  );
}

export const isNotWhole = ({ content }: Study): boolean =>
  content.sameIdentifiers !== undefined || content.series.some(({ gaps }) => gaps !== undefined);

function SeriesName({ series: { description, number } }: { readonly series: ImageSeries }) {
  const t = useTranslations("imaging");
  const name =
    description || (number === null ? t("seriesNoName") : t("seriesNumber", { number: String(number) }));
  return (
    <>
      <b dir="auto">{name}</b>
      {": "}
    </>
  );
}

interface GapsProps {
  readonly first: SeriesGap;
  readonly gaps: readonly SeriesGap[];
}

function Gaps({ first: { after, before }, gaps }: GapsProps) {
  const t = useTranslations("imaging.notWhole");
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return gaps.length === 1
    ? t("gap", { after, before, missing })
    : t("gaps", { places: gaps.length, after, before, missing });
}

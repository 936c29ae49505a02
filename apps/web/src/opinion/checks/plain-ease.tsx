import { fewestWords, type Measure, type Readability, smogSentences } from "@consilium/clinical";
import { useTranslations } from "use-intl";

/** How hard the plain summary is to read now, by the formulas of its language, or why there is no figure. */
export function PlainEase({ ease: { measure } }: { readonly ease: Readability }) {
  const t = useTranslations("checks");
  const isEstimate = measure.language === "en" && measure.isEstimate;
  return (
    <p className="plain-ease">
      <b>{t("ease.title")}</b> {figure(t, measure)}
      {isEstimate && ` ${t("ease.estimate", { sentences: smogSentences })}`}
    </p>
  );
}

function figure(t: ReturnType<typeof useTranslations<"checks">>, measure: Measure): string {
  switch (measure.language) {
    case "en":
      return t("ease.en", measure);
    case "es":
      return t("ease.es", { ease: measure.szigriszt, band: t(`ease.band.${measure.band}`) });
    case "fr":
      return t("ease.fr", { ease: measure.kandelMoles });
    case "de":
      return t("ease.de", { ease: measure.amstad, year: measure.wiener });
    case "too-short":
      return t("ease.tooShort", { words: fewestWords });
    case "none":
      return t("ease.none");
  }
}

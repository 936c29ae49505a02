import { useTranslations } from "use-intl";
import type { OpenStudy } from "./study-choice.ts";

/** Lines that are always seen; what is beyond them opens. */
const most = 3;

/** Series that lie here and are not drawn: said openly, with why. */
export function NotDisplayed({ study }: { readonly study: OpenStudy }) {
  const t = useTranslations("imaging");
  const left = study.content.series.flatMap((series) =>
    series.notDisplayed === null ? [] : [{ ...series, reason: series.notDisplayed }],
  );
  if (left.length === 0) return null;
  const lines = left.map(({ uid, modality, description, reason }) => (
    <li key={uid}>
      <bdi>{[modality, description].filter((part) => part !== "").join(" ")}</bdi>
      {": "}
      {t(`notDisplayed.${reason}`)}
    </li>
  ));
  return (
    <div className="not-displayed" role="note">
      <p>{t("notDisplayedTitle", { count: left.length })}</p>
      <ul>{lines.slice(0, most)}</ul>
      {lines.length > most && (
        <details>
          <summary>{t("notDisplayedMore", { count: lines.length - most })}</summary>
          <ul>{lines.slice(most)}</ul>
        </details>
      )}
    </div>
  );
}

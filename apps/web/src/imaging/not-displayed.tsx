import { useTranslations } from "use-intl";
import type { OpenStudy } from "./study-choice.ts";

/** Lines that are always seen; what is beyond them opens. */
const most = 3;

interface NotDisplayedProps {
  readonly study: OpenStudy;
}

const leftIn = ({ content }: OpenStudy) =>
  content.series.flatMap((series) =>
    series.notDisplayed === null ? [] : [{ ...series, reason: series.notDisplayed }],
  );

/** Above the pictures, in one line: that they are not all of the study. */
export function NotAllDisplayed({ study }: NotDisplayedProps) {
  const t = useTranslations("imaging");
  const count = leftIn(study).length;
  return count === 0 ? null : <p className="study-lost">{t("notAllDisplayed", { count })}</p>;
}

/** Series that lie here and are not drawn: said openly, with why. */
export function NotDisplayed({ study }: NotDisplayedProps) {
  const t = useTranslations("imaging");
  const left = leftIn(study);
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

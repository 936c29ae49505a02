import { useTranslations } from "use-intl";
import { MarkIcon } from "../drawn/mark-icon.tsx";
import { MarkRow } from "../drawn/mark-row.tsx";
import { AudienceChoice } from "../thread/audience-choice.tsx";
import { useSlide } from "./slide-context.ts";

/** The marks on the slide, as a list: the keyboard's way to them. */
export function SlideMarksList() {
  const t = useTranslations("slide");
  const imaging = useTranslations("imaging");
  const { marks, openMark, describing, describe } = useSlide();
  const { drawing, error } = marks;
  return (
    <section className="marks-list" aria-label={t("marksHere")}>
      <p className="marks-head">
        <b>{t("marksHere")}</b>
        <span className="num">{marks.all.length}</span>
      </p>
      {marks.all.length === 0 && <p className="marks-none">{imaging("noMarks")}</p>}
      <ul>
        {marks.all.map((mark) => (
          <MarkRow
            key={mark.id}
            mark={mark}
            icon={<MarkIcon tool={mark.anchor.mark.tool} />}
            plain={imaging(`tool.${mark.anchor.mark.tool}`)}
            acts={{ drawing, openMark, describing, describe }}
          />
        ))}
      </ul>
      {error && <p role="alert">{error}</p>}
      {drawing && (
        <AudienceChoice
          offered={drawing.audiences}
          value={drawing.audience}
          onChange={drawing.chooseAudience}
          name={imaging("marksFor")}
        />
      )}
    </section>
  );
}

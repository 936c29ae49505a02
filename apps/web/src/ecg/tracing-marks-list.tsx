import { IconStar } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { iconLook } from "../drawn/mark-icon.tsx";
import { MarkRow } from "../drawn/mark-row.tsx";
import { AudienceChoice } from "../thread/audience-choice.tsx";
import { useEcg } from "./ecg-context.ts";
import { EcgToolIcon } from "./ecg-tool-icon.tsx";
import { useTracingQuote } from "./tracing-words.ts";

/** The marks on the recording, as a list: the keyboard's way to them. */
export function TracingMarksList() {
  const t = useTranslations("ecg");
  const imaging = useTranslations("imaging");
  const quoteOf = useTracingQuote();
  const { marks, openMark, describing, describe } = useEcg();
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
            icon={
              mark.anchor.mark ? <EcgToolIcon tool={mark.anchor.mark.tool} /> : <IconStar {...iconLook} />
            }
            plain={quoteOf(mark.anchor.mark, "")}
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

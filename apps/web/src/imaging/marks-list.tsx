import { IconStar } from "@tabler/icons-react";
import { useTranslations } from "use-intl";
import { iconLook } from "../drawn/mark-icon.tsx";
import { MarkRow } from "../drawn/mark-row.tsx";
import { AudienceChoice } from "../thread/audience-choice.tsx";
import type { PaneHandle } from "./pane-handle.ts";
import { isLoop, type OpenSeries } from "./series-frames.ts";
import type { OpenStudy } from "./study-choice.ts";
import { useStudy } from "./study-context.ts";
import { ToolIcon } from "./tool-icons.tsx";
import type { StudyMark } from "./use-marks.ts";
import { usePlacedMarks } from "./use-pane-marks.ts";
import { useViewState } from "./use-viewport.ts";

export interface MarksListProps {
  readonly series: OpenSeries;
  readonly study: OpenStudy;
  /** Of the slice that is looked at. */
  readonly index: number | undefined;
}

export function MarksOfPane({ pane }: { readonly pane: PaneHandle }) {
  const state = useViewState(pane.viewport);
  return <MarksList series={pane.series} study={pane.study} index={state?.index} />;
}

/** The marks on the slice that is looked at, as a list: the keyboard's way to them. */
export function MarksList({ series, study, index }: MarksListProps) {
  const t = useTranslations("imaging");
  const { marks } = useStudy();
  const placed = usePlacedMarks(series);
  const here = placed.filter((one) => one.index === index).map(({ mark }) => mark);
  const inStudy = marks.all.filter(({ anchor }) => anchor.study === study.content.studyUid).length;
  const name = t(isLoop(series.frames) ? "marksOnPicture" : "marksHere");
  return (
    <section className="marks-list" aria-label={name}>
      <p className="marks-head">
        <b>{name}</b>
        <span>{t("marksInStudy", { count: inStudy })}</span>
      </p>
      {here.length === 0 && <p className="marks-none">{t("noMarks")}</p>}
      <ul>
        {here.map((mark) => (
          <StudyMarkRow key={mark.id} mark={mark} />
        ))}
      </ul>
      {marks.error && <p role="alert">{marks.error}</p>}
      {marks.drawing && (
        <AudienceChoice
          offered={marks.drawing.audiences}
          value={marks.drawing.audience}
          onChange={marks.drawing.chooseAudience}
          name={t("marksFor")}
        />
      )}
    </section>
  );
}

function StudyMarkRow({ mark }: { readonly mark: StudyMark }) {
  const t = useTranslations("imaging");
  const { openMark, describing, describe, marks } = useStudy();
  const tool = mark.anchor.mark?.tool;
  return (
    <MarkRow
      mark={mark}
      icon={tool ? <ToolIcon tool={tool} /> : <IconStar {...iconLook} />}
      plain={tool ? t(`tool.${tool}`) : t("wholePicture")}
      acts={{ drawing: marks.drawing, openMark, describing, describe }}
    />
  );
}

import { IconPencil, IconStar, IconTrash } from "@tabler/icons-react";
import { type SubmitEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import { AudienceChoice } from "../thread/audience-choice.tsx";
import type { PaneHandle } from "./pane-handle.ts";
import type { OpenSeries } from "./series-frames.ts";
import type { OpenStudy } from "./study-choice.ts";
import { useStudy } from "./study-context.ts";
import { iconLook, ToolIcon } from "./tool-icons.tsx";
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
  return (
    <section className="marks-list" aria-label={t("marksHere")}>
      <p className="marks-head">
        <b>{t("marksHere")}</b>
        <span>{t("marksInStudy", { count: inStudy })}</span>
      </p>
      {here.length === 0 && <p className="marks-none">{t("noMarks")}</p>}
      <ul>
        {here.map((mark) => (
          <MarkRow key={mark.id} mark={mark} />
        ))}
      </ul>
      {marks.error && <p role="alert">{marks.error}</p>}
      {marks.drawing && (
        <AudienceChoice
          offered={marks.drawing.audiences}
          value={marks.drawing.audience}
          onChange={marks.drawing.chooseAudience}
        />
      )}
    </section>
  );
}

function MarkRow({ mark }: { readonly mark: StudyMark }) {
  const t = useTranslations("imaging");
  const { openMark, describing, describe, marks } = useStudy();
  const { author, anchor } = mark;
  const tool = anchor.mark?.tool;
  const measured = anchor.mark?.says ?? "";
  const named = [mark.words, measured].filter((part) => part !== "").join(", ");
  const words = named || (tool ? t(`tool.${tool}`) : t("wholePicture"));
  if (describing === mark.id && mark.isOwn) return <DescribeMark mark={mark} />;
  return (
    <li data-open={mark.isOpen || undefined} data-person={author.colour}>
      <button type="button" className="mark-row" aria-expanded={mark.isOpen} onClick={() => openMark(mark)}>
        {tool ? <ToolIcon tool={tool} /> : <IconStar {...iconLook} />}
        <b aria-hidden>{author.initials}</b>
        <span dir="auto" aria-hidden>
          {words}
        </span>
        <span className="visually-hidden">{t("openMark", { author: author.name, words })}</span>
      </button>
      {mark.isOwn && (
        <>
          <ToolbarButton
            icon={<IconPencil {...iconLook} />}
            label={t("describeMark")}
            onClick={() => describe(mark.id)}
          />
          <ToolbarButton
            icon={<IconTrash {...iconLook} />}
            label={t("removeMark")}
            onClick={() => marks.drawing?.remove(mark)}
          />
        </>
      )}
    </li>
  );
}

function DescribeMark({ mark }: { readonly mark: StudyMark }) {
  const t = useTranslations("imaging");
  const { describe, marks } = useStudy();
  const [words, setWords] = useState(mark.words);
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim() !== "") marks.drawing?.describe(mark, words);
    describe(undefined);
  };
  return (
    <li>
      <form className="describe-mark" onSubmit={keep}>
        <input
          value={words}
          aria-label={t("markWords")}
          placeholder={t("markWords")}
          maxLength={200}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- Whoever has drawn an arrow writes next.
          autoFocus
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            describe(undefined);
          }}
        />
        <Button type="submit" size="small">
          {t("keepWords")}
        </Button>
        <Button size="small" look="quiet" onClick={() => describe(undefined)}>
          {t("leaveWords")}
        </Button>
      </form>
    </li>
  );
}

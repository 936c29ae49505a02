import { useFormatter, useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import { dateWords } from "../record/record-words.ts";
import type { PaneHandle } from "./pane-handle.ts";
import { SeriesButton } from "./series-button.tsx";
import { type OpenStudy, shownSeries } from "./study-choice.ts";
import { areRegistered } from "./use-linked-scroll.ts";

export interface ComparedWith {
  readonly study: OpenStudy;
  readonly series: string;
}

export interface CompareBarProps {
  readonly studies: readonly OpenStudy[];
  readonly right: ComparedWith;
  readonly onChoose: (right: ComparedWith) => void;
  readonly panes: readonly [left: PaneHandle | undefined, right: PaneHandle | undefined];
  readonly isLinked: boolean;
  readonly onLink: (isLinked: boolean) => void;
}

/** What the second picture shows, and whether both scroll together. */
export function CompareBar({ studies, right, onChoose, panes, isLinked, onLink }: CompareBarProps) {
  const t = useTranslations("imaging");
  const [one, other] = panes;
  return (
    <div className="compare-bar">
      <nav className="series-strip" aria-label={t("comparedWith")}>
        {studies.map((study) => (
          <StudySeries key={study.id} study={study} right={right} onChoose={onChoose} />
        ))}
      </nav>
      {one && other && (
        <Button size="small" look="quiet" aria-pressed={isLinked} onClick={() => onLink(!isLinked)}>
          {areRegistered(one, other) ? t("linked") : t("notRegistered")}
        </Button>
      )}
    </div>
  );
}

/** What of one study can be compared: its date, because that is what one goes by, and its series. */
function StudySeries({ study, right, onChoose }: StudySeriesProps) {
  const format = useFormatter();
  const name = [dateWords(format, study.date), study.title].filter((part) => part !== "").join(" · ");
  return (
    <section aria-label={name}>
      <p dir="auto">{name}</p>
      <div>
        {shownSeries(study).map((series) => (
          <SeriesButton
            key={series.uid}
            study={study}
            series={series}
            isOpen={right.study.id === study.id && right.series === series.uid}
            onOpen={() => onChoose({ study, series: series.uid })}
          />
        ))}
      </div>
    </section>
  );
}

interface StudySeriesProps extends Pick<CompareBarProps, "right" | "onChoose"> {
  readonly study: OpenStudy;
}

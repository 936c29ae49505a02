import { useTranslations } from "use-intl";
import { Button } from "../design/button.tsx";
import type { PaneHandle } from "./pane-handle.ts";
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
  const choose = (value: string) => {
    const study = studies.find(({ id }) => value.startsWith(`${id} `));
    if (study) onChoose({ study, series: value.slice(study.id.length + 1) });
  };
  return (
    <div className="compare-bar">
      <label>
        {t("comparedWith")}
        <select
          className="box-select"
          value={`${right.study.id} ${right.series}`}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {studies.map((study) => (
            <optgroup
              key={study.id}
              label={[study.title, study.date ?? ""].filter((part) => part !== "").join(", ")}
            >
              {shownSeries(study).map(({ uid, modality, description, number }) => (
                <option key={uid} value={`${study.id} ${uid}`}>
                  {[modality, description || String(number ?? "")].join(" ")}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {one && other && (
        <Button size="small" look="quiet" aria-pressed={isLinked} onClick={() => onLink(!isLinked)}>
          {areRegistered(one, other) ? t("linked") : t("notRegistered")}
        </Button>
      )}
    </div>
  );
}

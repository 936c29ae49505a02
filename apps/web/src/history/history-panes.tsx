import { type Side, sectionsOf } from "@consilium/workspace";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "../design/segmented.tsx";
import { BeforeChoice } from "./before-choice.tsx";
import { DifferencePane, shownSections } from "./difference-pane.tsx";
import type { Difference, Scrubber } from "./history-api.ts";
import type { HistorySearch } from "./history-search.ts";
import { WordLegend } from "./word-legend.tsx";

export interface HistoryPanesProps {
  readonly difference: Difference;
  readonly section: string | undefined;
  readonly moments: Scrubber;
  readonly show: (change: HistorySearch) => void;
}

/** Before and this moment beside each other; on a telephone one of them, with a switch. */
export function HistoryPanes({ difference, section, moments, show }: HistoryPanesProps) {
  const t = useTranslations("history");
  const [side, setSide] = useState<Side>("after");
  const isOneSection = section !== undefined;
  const { from, to, sections, items } = difference;
  const changed = sections.filter((found) => found.changed);
  return (
    <>
      <div className="history-switch">
        <Segmented
          label={t("showPane")}
          value={side}
          onChange={setSide}
          options={[
            { value: "before", label: t("before") },
            { value: "after", label: t("thisMoment") },
          ]}
        />
      </div>
      <div className="history-panes" data-shown={side}>
        <DifferencePane difference={difference} side="before" isOneSection={isOneSection}>
          <Unchanged difference={difference} isOneSection={isOneSection} />
          <BeforeChoice moments={moments} from={from} to={to} show={show} />
        </DifferencePane>
        <DifferencePane difference={difference} side="after" isOneSection={isOneSection}>
          {changed.length === 0 && items.length === 0 && from !== to && (
            <p className="history-nothing">{t("nothingChanged")}</p>
          )}
          <WordLegend sections={sections} />
        </DifferencePane>
      </div>
    </>
  );
}

function Unchanged({
  difference,
  isOneSection,
}: {
  readonly difference: Difference;
  readonly isOneSection: boolean;
}) {
  const t = useTranslations("history");
  const { from, to } = difference;
  const left = sectionsOf("opinion").length - shownSections(difference, isOneSection).length;
  if (isOneSection || from === to || left === 0) return null;
  return <p className="history-unchanged">{t("unchanged", { count: left })}</p>;
}

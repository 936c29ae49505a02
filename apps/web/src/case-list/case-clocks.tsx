import "../design/due-time.css";
import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { dueClockOf } from "../case/due-clock.ts";
import { DueTime } from "../design/due-time.tsx";
import { Glyph } from "../design/glyph.tsx";

type Clock = CaseListItem["clocks"][number];

export interface CaseClockProps {
  readonly clocks: readonly Clock[];
  readonly kind: "records" | "opinion";
}

/** One of a case's two clocks; before it runs, what it waits for. */
export function CaseClock({ clocks, kind }: CaseClockProps) {
  const t = useTranslations("caseList");
  const clock = clocks.find((found) => found.kind === kind);
  const due = clock && dueClockOf(clock);
  if (due) return <DueTime clock={due} />;
  return (
    <span className="due-time">
      <Glyph name="not-begun" />
      <b>{t("notStarted")}</b>
      <small>{kind === "opinion" ? t("afterRecords") : t("whenGathered")}</small>
    </span>
  );
}

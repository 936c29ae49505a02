import "../design/due-time.css";
import { useTranslations } from "use-intl";
import type { CaseListItem } from "../case/case-api.ts";
import { type DueClock, DueTime } from "../design/due-time.tsx";
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
      <small>{kind === "opinion" ? t("afterRecords") : t("afterSubmission")}</small>
    </span>
  );
}

/** Undefined: it does not run yet. */
function dueClockOf({ state, from, due, met, pausedReason }: Clock): DueClock | undefined {
  if (state === "met" && met !== null) return { state: "met", on: new Date(met) };
  if (state === "paused") return { state: "paused", until: null, reason: pausedReason ?? "" };
  if (state === "running" && from !== null && due !== null)
    return { state: "running", from: new Date(from), due: new Date(due) };
  return undefined;
}

import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { type ReportSummary, useAcknowledge } from "./use-report.ts";

export interface AcknowledgeProps {
  readonly summary: ReportSummary;
  /** In a row of its own, as on a telephone, where the bar has no room for its words. */
  readonly isRow?: boolean;
}

/** To say that one has read it; nothing for whoever has said so, or signed it. */
export function Acknowledge({ summary: { id, state, own, by }, isRow = false }: AcknowledgeProps) {
  const t = useTranslations("report");
  const { detail } = useCase();
  const { mutate, isPending } = useAcknowledge(id);
  if (state !== "current" || own.acknowledged !== null || by === detail.seat.id) return null;
  const button = (
    <Button
      look="filled"
      size={isRow ? "wide" : "normal"}
      disabled={isPending}
      onClick={() => mutate(undefined)}
    >
      {t("acknowledge")}
    </Button>
  );
  return isRow ? <div className="report-acknowledge">{button}</div> : button;
}

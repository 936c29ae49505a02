import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { Button } from "../design/button.tsx";
import { RefusedLine } from "../opinion/sharing/refused-line.tsx";
import { type ReportSummary, useAcknowledge, useReports } from "./use-report.ts";

/** Of a report that was corrected or retracted: that it no longer stands, why, and what stands instead. */
export function ReportNotice({ summary }: { readonly summary: ReportSummary }) {
  const t = useTranslations("report");
  const { caseId } = useCase();
  const { data } = useReports();
  const { mutate, isPending, error } = useAcknowledge(summary.id);
  if (summary.state === "current") return null;
  const newer = data?.items.find(({ replaces }) => replaces === summary.id);
  const at = new Date(summary.changedAt ?? summary.signedAt);
  return (
    <div className="report-notice">
      <Banner
        tone="stop"
        title={t(`state.${summary.state}`, { at })}
        action={
          summary.own.changeSeen === null ? (
            <Button disabled={isPending} onClick={() => mutate(undefined)}>
              {t("iKnow")}
            </Button>
          ) : undefined
        }
      >
        {summary.reason}{" "}
        {newer && (
          <Link to="/cases/$caseId/report/$reportId" params={{ caseId, reportId: newer.id }}>
            {t("toNewer", { version: newer.n })}
          </Link>
        )}
      </Banner>
      <RefusedLine error={error} />
    </div>
  );
}

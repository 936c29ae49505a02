import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Banner } from "../design/banner.tsx";
import { type ReportSummary, useReports } from "./use-report.ts";

export interface SignedBannerProps {
  /** The opinion's id. */
  readonly opinion: string;
  readonly at: Date;
}

/** Above a signed text: that it is signed, whether it still stands, and the way to its report. */
export function SignedBanner({ opinion, at }: SignedBannerProps) {
  const t = useTranslations("opinion");
  const { caseId } = useCase();
  const report = useReports().data?.items.find((one) => one.opinion === opinion);
  const way = report && (
    <Link to="/cases/$caseId/report/$reportId" params={{ caseId, reportId: report.id }}>
      {t("toReport")}
    </Link>
  );
  if (report && report.state !== "current") return <NoLongerStands report={report} way={way} />;
  return (
    <Banner tone="ok" isBar title={t("signedTitle", { at })} action={way}>
      {t("signedText")}
    </Banner>
  );
}

interface NoLongerStandsProps {
  readonly report: ReportSummary;
  readonly way: ReactNode;
}

function NoLongerStands({ report: { state, changedAt, signedAt, reason }, way }: NoLongerStandsProps) {
  const t = useTranslations("report.state");
  const at = new Date(changedAt ?? signedAt);
  if (state === "current") return null;
  return (
    <Banner tone="stop" isBar title={t(state, { at })} action={way}>
      {reason}
    </Banner>
  );
}

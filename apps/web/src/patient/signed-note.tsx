import { Link } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { AddendumList } from "../addendum/addendum-list.tsx";
import { useCase } from "../case/case-context.ts";
import { ReportNotice } from "../report/report-notice.tsx";
import { useReports } from "../report/use-report.ts";

/** Above a signed opinion, as its patient reads it: whether it still stands, and the way to all of it. */
export function SignedNote({ opinion }: { readonly opinion: string }) {
  const t = useTranslations("patient");
  const { caseId } = useCase();
  const report = useReports().data?.items.find((one) => one.opinion === opinion);
  if (!report) return null;
  return (
    <>
      <ReportNotice summary={report} />
      <AddendumList report={report.id} />
      <p className="patient-whole">
        <Link to="/cases/$caseId/report/$reportId" params={{ caseId, reportId: report.id }}>
          {t("wholeReport")}
        </Link>
      </p>
    </>
  );
}

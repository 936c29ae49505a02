import { Navigate } from "@tanstack/react-router";
import { isWidth } from "../design/width.ts";
import { latestRecord } from "../record/record-beside-text.ts";
import { useCase } from "./case-context.ts";

/** Where one stands on entering: at the opinion where this seat may read it, else at what was asked. */
export function CaseHome() {
  const { caseId, detail } = useCase();
  const [to, section] =
    detail.opinions.length > 0
      ? (["/cases/$caseId/opinion/$section", "question"] as const)
      : (["/cases/$caseId/referral/$section", "summary"] as const);
  return <Navigate to={to} params={{ caseId, section }} search={withRecord} replace />;
}

/** Where there is room for the list of records, one of them, the text and its threads at once. */
const withRecord = (now: object) => (isWidth("widest") ? { ...now, record: latestRecord } : now);

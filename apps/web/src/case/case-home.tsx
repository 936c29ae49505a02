import { Navigate } from "@tanstack/react-router";
import { useCase } from "./case-context.ts";

/** Where one stands on entering: at the opinion where this seat may read it, else at what was asked. */
export function CaseHome() {
  const { caseId, detail } = useCase();
  const params = { caseId, section: "question" };
  if (detail.opinions.length > 0)
    return <Navigate to="/cases/$caseId/opinion/$section" params={params} replace />;
  return <Navigate to="/cases/$caseId/referral/$section" params={{ caseId, section: "summary" }} replace />;
}

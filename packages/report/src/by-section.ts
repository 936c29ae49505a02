import type { ReportSection } from "./report.ts";

/** One value for each section of an opinion. */
export const bySection = <Value>(
  valueOf: (section: ReportSection) => Value,
): Record<ReportSection, Value> => ({
  question: valueOf("question"),
  records: valueOf("records"),
  summary: valueOf("summary"),
  findings: valueOf("findings"),
  assessment: valueOf("assessment"),
  answers: valueOf("answers"),
  options: valueOf("options"),
  recommendations: valueOf("recommendations"),
  redflags: valueOf("redflags"),
  limitations: valueOf("limitations"),
  plain: valueOf("plain"),
  followup: valueOf("followup"),
});

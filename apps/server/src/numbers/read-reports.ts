import type { NumberedReport, SaidOfRecommendation } from "@consilium/clinical";
import {
  feasibilityStatesOfCases,
  type NumberedCase,
  openingsOfCases,
  readReportText,
  reportRowsOfCases,
  type ReportRowOfCase,
} from "@consilium/database";
import type { Report } from "@consilium/report";
import type { Services } from "../services.ts";

const delivered = new Set<NumberedCase["state"]>(["delivered", "follow-up", "closed"]);

/** A case's first report, and who has opened it or what stands in its place. */
export interface ReportOfCase extends NumberedReport {
  readonly caseId: string;
}

/** `since`: the texts of older reports are not opened, for nobody counts their recommendations. */
export async function readReports(
  services: Pick<Services, "open" | "keys">,
  cases: readonly NumberedCase[],
  since: Date,
): Promise<readonly ReportOfCase[]> {
  const { database } = services.open;
  const ids = cases.map(({ id }) => id);
  const [rows, openings, said] = await Promise.all([
    reportRowsOfCases(database, ids),
    openingsOfCases(database, ids),
    feasibilityStatesOfCases(database, ids),
  ]);
  const newest = new Map(said.map(({ documentId, item, state }) => [`${documentId}/${item}`, state]));
  const found: ReportOfCase[] = [];
  for (const [caseId, reports] of Map.groupBy(rows, (row) => row.caseId)) {
    const [first] = reports;
    if (!first) continue;
    const all = new Set(reports.map(({ id }) => id));
    const openedBy = (...roles: readonly string[]) =>
      openings.find(({ reportId, role }) => all.has(reportId) && roles.includes(role))?.openedAt ?? null;
    const current = reports.find(({ state }) => state === "current");
    const counts = current && first.signedAt >= since;
    found.push({
      caseId,
      signedAt: first.signedAt,
      isDelivered: cases.some(({ id, state }) => id === caseId && delivered.has(state)),
      openedByTreatingAt: openedBy("referrer", "care-team"),
      openedByPatientAt: openedBy("patient", "proxy"),
      recommendations: counts ? await recommendationsOf(services, current, newest) : [],
    });
  }
  return found;
}

async function recommendationsOf(
  { open, keys }: Pick<Services, "open" | "keys">,
  { id, caseId, documentId }: ReportRowOfCase,
  newest: ReadonlyMap<string, SaidOfRecommendation>,
): Promise<readonly SaidOfRecommendation[]> {
  const text = await readReportText(open.database, await keys.of(caseId), id);
  if (!text) return [];
  const report: Report = JSON.parse(text.toString());
  return report.recommendations.map((one) => newest.get(`${documentId}/${one.id}`) ?? "not-said");
}

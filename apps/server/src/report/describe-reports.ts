import { isClinician, type Seat } from "@consilium/clinical";
import { receiptsOfCase, type ReportReceipt, type StoredReport, urgentFindingsOf } from "@consilium/database";
import { reportCode } from "@consilium/report";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { describeFeasibility } from "./describe-feasibility.ts";
import { opinionOf, reportsFor } from "./find-reports.ts";
import type { ReportList } from "./report-schemas.ts";
import { takenOnSince } from "./taken-on-since.ts";

/** The reports of a case as one seat may know them, with what came of them. */
export async function describeReports(services: Services, visit: Visit): Promise<z.infer<typeof ReportList>> {
  const { row, seat, key } = visit;
  const reports = await reportsFor(services, visit);
  const receipts = await receiptsOfCase(services.open.database, row.id);
  const urgent = await urgentFindingsOf(services.open.database, key);
  return {
    items: reports.map((report) => ({
      ...describeReport(report, receipts, seat),
      takenOnSince: takenOnSince(urgent, report.signedAt),
    })),
    feasibility: await describeFeasibility(services, visit),
  };
}

function describeReport(report: StoredReport, receipts: readonly ReportReceipt[], seat: Seat) {
  const { id, n, state, digest, signedAt, seatId, replacesId, changedAt, reason } = report;
  const ofIt = receipts.filter(({ reportId }) => reportId === id);
  const own = ofIt.find((receipt) => receipt.seatId === seat.id);
  return {
    id,
    n,
    opinion: opinionOf(report),
    state,
    digest,
    code: reportCode(digest),
    signedAt: signedAt.toISOString(),
    by: seatId,
    replaces: replacesId,
    changedAt: changedAt?.toISOString() ?? null,
    reason,
    own: {
      acknowledged: own?.acknowledgedAt?.toISOString() ?? null,
      changeSeen: own?.changeSeenAt?.toISOString() ?? null,
    },
    receipts: mayKnowReaders(seat) ? ofIt.map(describeReceipt) : [],
  };
}

/** Who has read it is for those who look after that: clinicians and the coordinator. */
const mayKnowReaders = (seat: Seat): boolean => isClinician(seat) || seat.role === "coordinator";

const describeReceipt = ({ seatId, openedAt, acknowledgedAt }: ReportReceipt) => ({
  seat: seatId,
  opened: openedAt.toISOString(),
  acknowledged: acknowledgedAt?.toISOString() ?? null,
});

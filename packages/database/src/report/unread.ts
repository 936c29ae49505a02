import type { CaseState } from "@consilium/clinical";
import { and, eq, gt, inArray, isNotNull, isNull, notInArray, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { clinicalCase, report, reportReceipt, seat, share } from "../schema/index.ts";

/** Nobody is reminded of anything in a case that is over. */
const over: CaseState[] = ["closed", "declined", "withdrawn", "erased"];
const isUnderWay = () => and(notInArray(clinicalCase.state, over), isNotNull(clinicalCase.wrappedKey));

/** A seat whose last day is still to come is open. */
const isOpen = (now: Date) => or(isNull(seat.toAt), gt(seat.toAt, now));

/** Somebody who could have read something and has not said so. */
export interface UnreadBy {
  readonly what: "report" | "change";
  readonly reportId: string;
  readonly organisationId: string;
  readonly caseId: string;
  readonly documentId: string;
  readonly seatId: string;
  readonly side: "treating" | "patient";
  readonly since: Date;
}

const treating = ["referrer", "care-team"] as const;
const patientSide = ["patient", "proxy"] as const;
const sideOf = (role: string): UnreadBy["side"] | undefined =>
  treating.some((one) => one === role)
    ? "treating"
    : patientSide.some((one) => one === role)
      ? "patient"
      : undefined;

/** Reports that stand and that somebody was shown but has not opened. Who was not shown one, as a patient before they are told, is in none. */
export async function unopenedReports(database: Database, now: Date): Promise<readonly UnreadBy[]> {
  const rows = await database
    .select({ report, share, seat })
    .from(report)
    .innerJoin(clinicalCase, eq(clinicalCase.id, report.caseId))
    .innerJoin(share, and(eq(share.documentId, report.documentId), isNull(share.endedAt)))
    .innerJoin(seat, and(eq(seat.caseId, report.caseId), isOpen(now)))
    .leftJoin(reportReceipt, and(eq(reportReceipt.reportId, report.id), eq(reportReceipt.seatId, seat.id)))
    .where(
      and(
        eq(report.state, "current"),
        isNull(reportReceipt.openedAt),
        inArray(seat.role, [...treating, ...patientSide]),
        isUnderWay(),
      ),
    );
  return rows.flatMap(({ report: row, share: shown, seat: of }) => {
    const side = sideOf(of.role);
    const isShown = shown.audience === (side === "patient" ? "patient" : "care-team");
    const receives = of.role !== "proxy" || of.scopes.includes("receive");
    if (!side || !isShown || !receives) return [];
    // A draft that was shared live is the report once it is signed.
    const since = new Date(Math.max(of.fromAt.getTime(), shown.at.getTime(), row.signedAt.getTime()));
    return [{ what: "report" as const, ...idsOf(row), seatId: of.id, side, since }];
  });
}

/** Reports that no longer stand, opened by somebody who has neither said that they know nor acknowledged what stands in their place. `caseIds`: of these cases only. */
export async function unseenChanges(
  database: Database,
  now: Date,
  caseIds?: readonly string[],
): Promise<readonly UnreadBy[]> {
  if (caseIds?.length === 0) return [];
  const rows = await database
    .select({ report, receipt: reportReceipt, role: seat.role })
    .from(report)
    .innerJoin(clinicalCase, eq(clinicalCase.id, report.caseId))
    .innerJoin(reportReceipt, eq(reportReceipt.reportId, report.id))
    .innerJoin(seat, and(eq(seat.id, reportReceipt.seatId), isOpen(now)))
    .where(
      and(
        inArray(report.state, ["superseded", "retracted"]),
        isNotNull(report.changedAt),
        isNull(reportReceipt.changeSeenAt),
        caseIds && inArray(report.caseId, [...caseIds]),
        isUnderWay(),
      ),
    );
  const read = await acknowledgedIn(database, [...new Set(rows.map(({ report: { caseId } }) => caseId))]);
  return rows.flatMap(({ report: row, receipt, role }) => {
    const side = sideOf(role);
    // An opening after the change showed it.
    if (!side || !row.changedAt || receipt.openedAt > row.changedAt) return [];
    const later = read.some(({ seatId, n }) => seatId === receipt.seatId && n > row.n);
    if (later) return [];
    const of = { seatId: receipt.seatId, side, since: row.changedAt };
    return [{ what: "change" as const, ...idsOf(row), ...of }];
  });
}

async function acknowledgedIn(
  database: Database,
  caseIds: readonly string[],
): Promise<readonly { readonly seatId: string; readonly n: number }[]> {
  if (caseIds.length === 0) return [];
  return database
    .select({ seatId: reportReceipt.seatId, n: report.n })
    .from(reportReceipt)
    .innerJoin(report, eq(report.id, reportReceipt.reportId))
    .where(and(inArray(reportReceipt.caseId, [...caseIds]), isNotNull(reportReceipt.acknowledgedAt)));
}

const idsOf = ({ id, organisationId, caseId, documentId }: typeof report.$inferSelect) => ({
  reportId: id,
  organisationId,
  caseId,
  documentId,
});

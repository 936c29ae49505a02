import { type BoardChange, type BoardReport, unreadDue } from "@consilium/clinical";
import {
  type CaseKey,
  type PersonSeat,
  receiptsOfCase,
  reportsOfCase,
  type UnreadBy,
} from "@consilium/database";
import type { Services } from "../services.ts";
import type { Programme } from "./programmes.ts";

export interface OpenedReport extends BoardReport {
  readonly isOpenedByPatient: boolean;
}

export const describeReport = ({ id, isOpenedByPatient, isOpenedByTreating }: OpenedReport) => ({
  id,
  openedByPatient: isOpenedByPatient,
  openedByTreating: isOpenedByTreating,
});

/** The one that stands, and who has opened it. */
export async function currentReport(
  { open: { database } }: Services,
  key: CaseKey,
  seats: readonly PersonSeat[],
  programme: () => Promise<Programme>,
): Promise<OpenedReport | null> {
  const report = (await reportsOfCase(database, key)).find(({ state }) => state === "current");
  if (!report) return null;
  const receipts = await receiptsOfCase(database, key.caseId);
  const readers = new Set(
    receipts.filter(({ reportId }) => reportId === report.id).map(({ seatId }) => seatId),
  );
  const hasOpened = (...roles: readonly PersonSeat["role"][]) =>
    seats.some(({ id, role }) => readers.has(id) && roles.includes(role));
  const isOpenedByPatient = hasOpened("patient", "proxy");
  return {
    id: report.id,
    due: unreadDue({ since: report.signedAt, side: "treating", ...(await programme()) }),
    isOpenedByTreating: hasOpened("referrer", "care-team"),
    isOpenedByPatient,
    isTold: isOpenedByPatient,
  };
}

/** Of whoever treats the patient: a patient need not read anything, and is called to account for nothing. */
export async function changesOf(
  changes: readonly UnreadBy[],
  programme: () => Promise<Programme>,
): Promise<readonly BoardChange[]> {
  const treating = changes.filter(({ side }) => side === "treating");
  return Promise.all(
    treating.map(async ({ seatId, reportId, since }) => ({
      seat: seatId,
      report: reportId,
      due: unreadDue({ since, side: "treating", ...(await programme()) }),
    })),
  );
}

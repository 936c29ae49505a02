import { receiptsOfCase, type StoredReport } from "@consilium/database";
import type { Scope } from "../command/run-command.ts";
import { opinionOf } from "./find-reports.ts";

/** Whoever has opened a report that no longer stands is told so. */
export async function tellChanged(
  { transaction, row, notify }: Scope,
  report: Pick<StoredReport, "id" | "documentId">,
): Promise<void> {
  const receipts = await receiptsOfCase(transaction, row.id);
  const seats = receipts.flatMap(({ reportId, seatId }) => (reportId === report.id ? [seatId] : []));
  await notify({ kind: "report-changed", subject: `opinion.${opinionOf(report)}`, seats });
}

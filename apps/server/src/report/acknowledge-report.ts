import { acknowledgeReport as acknowledge, recordAct } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { findReport } from "./find-reports.ts";

/** Somebody says that they have read a report; of one that no longer stands, that they know. */
export async function acknowledgeReport(
  services: Services,
  visit: Visit,
  reportId: string,
): Promise<Result<{ readonly acknowledged: string }, RefusalReason>> {
  const found = await findReport(services, visit, reportId);
  if (!found.ok) return found;
  const { seat, row } = visit;
  if (seat.role === "guest") return refuse("no-right");
  const { organisationId, id: caseId } = row;
  const of = { reportId, seatId: seat.id, organisationId, caseId };
  const isCurrent = found.value.state === "current";
  await services.open.database.transaction(async (transaction) => {
    await acknowledge(transaction, of, isCurrent ? "acknowledgedAt" : "changeSeenAt", services.now());
    await recordAct(transaction, {
      organisationId,
      caseId,
      personId: seat.personId,
      seatId: seat.id,
      act: isCurrent ? "report.acknowledged" : "report.change-seen",
      subject: reportId,
      body: { n: found.value.n },
    });
  });
  await services.changed({ caseId, rights: false });
  return ok({ acknowledged: reportId });
}

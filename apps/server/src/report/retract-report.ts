import { changeReport, reportsOfCase } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { runCommand } from "../command/run-command.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import type { Services } from "../services.ts";
import { findReport, opinionOf } from "./find-reports.ts";
import { tellChanged } from "./tell-changed.ts";

/** A signed report that must not be relied on any more. It stays readable, and says so wherever it is shown. */
export async function retractReport(
  services: Services,
  visit: Visit,
  reportId: string,
  reason: string,
): Promise<Result<{ readonly retracted: string }, RefusalReason>> {
  const found = await findReport(services, visit, reportId);
  if (!found.ok) return found;
  if (!reason.trim()) return refuse("reason-needed");
  const object = opinionObject(opinionOf(found.value));
  const kind = { command: "sign, correct, retract", changesRights: false, object } as const;
  return runCommand(services, commanderOf(visit), kind, async (scope) => {
    const { transaction, key, seat, at } = scope;
    const now = (await reportsOfCase(transaction, key)).find(({ id }) => id === reportId);
    if (now?.state !== "current") return refuse("already-so");
    const change = { state: "retracted", at, seatId: seat.id, reason: reason.trim() } as const;
    await changeReport(transaction, key, reportId, change);
    await tellChanged(scope, now);
    const body = { n: now.n };
    return ok({ value: { retracted: reportId }, act: "report.retracted", subject: reportId, body });
  });
}

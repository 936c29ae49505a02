import { shareFor } from "@consilium/clinical";
import { documentId, lastReportNumber, reportsOfCase, versionsOf } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { recordStep } from "../case/step-case.ts";
import { type Done, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { shareVersion } from "../signing/share-signed.ts";
import { opinionOf } from "./find-reports.ts";

interface Told {
  readonly report: string;
}

/**
 * Somebody has told the patient, as they asked to hear it: from now on they read the report. The case is delivered with it.
 * `how`: in the words of who told them.
 */
export const tellResult = (
  services: Services,
  visit: Visit,
  reportId: string,
  how: string,
): Promise<Result<Told, RefusalReason>> =>
  runCommand(services, commanderOf(visit), { command: "tell the result", changesRights: true }, (scope) =>
    tell(services, scope, reportId, how),
  );

async function tell(
  services: Services,
  scope: Scope,
  reportId: string,
  how: string,
): Promise<Result<Done<Told>, RefusalReason>> {
  const { transaction, row, key, facts } = scope;
  if (!how.trim()) return refuse("reason-needed");
  const report = (await reportsOfCase(transaction, key)).find(({ id }) => id === reportId);
  if (!report) return refuse("no-such-report");
  if (report.state !== "current") return refuse("not-now");
  const opinion = opinionOf(report);
  const [signed] = await versionsOf(transaction, key, documentId(row.id, `opinion.${opinion}`));
  if (!signed) return refuse("no-such-version");
  if (shareFor(facts, opinion, { role: "patient" })?.version === signed.n) return refuse("already-so");
  await shareVersion(services, scope, opinion, signed, "patient");
  if (row.state === "signed") await recordStep(services, scope, { to: "delivered", reason: how.trim() });
  const body = { n: report.n, of: await lastReportNumber(transaction, row.id) };
  return ok({ value: { report: reportId }, act: "result.told", subject: reportId, body });
}

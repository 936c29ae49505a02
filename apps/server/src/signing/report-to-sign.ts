import { documentId, findCorrection, licenceOf } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import { buildReport, type Report } from "@consilium/report";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { isSignable } from "./is-signable.ts";
import { momentOfSigning } from "./moment-of-signing.ts";
import { prepareSigning } from "./prepare-signing.ts";
import { reportInput } from "./report-input.ts";

/**
 * The report that a signature with this basis would make, for whoever may sign; nothing is signed by it. It has the time at which
 * it is read, and none of the reasons and conflicts that whoever signs is still writing.
 */
export async function reportToSign(
  services: Services,
  visit: Visit,
  opinionId: string,
  basis: string,
): Promise<Result<Report, RefusalReason>> {
  const prepared = await prepareSigning(services, visit, opinionId);
  if (!prepared.ok) return prepared;
  if (prepared.value.basis !== basis) return refuse("changed-since");
  const { database } = services.open;
  const { row, key, seat } = visit;
  const correction = await findCorrection(database, key, documentId(row.id, `opinion.${opinionId}`));
  if (!isSignable(row.state, correction)) return refuse("not-now");
  const licence = await licenceOf(database, seat.personId);
  if (!licence) return refuse("no-licence");
  const scope = { transaction: database, row, key, seat, at: services.now() };
  const said = {
    prepared: prepared.value,
    licence,
    correction,
    reasons: new Map<string, string>(),
    conflicts: "",
  };
  return ok(buildReport(reportInput(prepared.value, await momentOfSigning(scope, said))));
}

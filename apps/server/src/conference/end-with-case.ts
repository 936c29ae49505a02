import { isToCome } from "@consilium/clinical";
import { conferencesOfCase, recordAct } from "@consilium/database";
import type { Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { cancelInRows } from "./change-conference.ts";
import { endInRows } from "./end-in-rows.ts";

/**
 * The patient's consent has ended, or the case has: in the same transaction what goes on ends for all, and what was to come does not
 * take place, so that nobody comes to it in vain. Whoever is there is told that it is over, and not why.
 */
export async function endConferences(
  services: Services,
  scope: Scope,
  because: "consent-withdrawn" | "case-over",
): Promise<void> {
  const { transaction, row, seat, at } = scope;
  const of = { organisationId: row.organisationId, caseId: row.id, personId: seat.personId, seatId: seat.id };
  for (const conference of (await conferencesOfCase(transaction, row.id)).filter(isToCome)) {
    const isLive = conference.state === "live";
    if (isLive) await endInRows(transaction, conference, at);
    else await cancelInRows(services, scope, conference);
    const act = isLive ? "conference.over" : "conference.cancelled";
    await recordAct(transaction, { ...of, act, subject: conference.id, body: { because } });
  }
}

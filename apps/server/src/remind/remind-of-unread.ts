import { unreadTellings } from "@consilium/clinical";
import {
  findOrganisation,
  recordAct,
  unopenedReports,
  type UnreadBy,
  unseenChanges,
} from "@consilium/database";
import { workingDaysOf } from "../clock/working-days.ts";
import { notify, type Telling } from "../notify/notify.ts";
import { coordinatorsOf } from "../notify/told-seats.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { RemindingServices } from "./remind-of-requests.ts";

/**
 * Says to whoever was shown a report, and has not opened it for working days, that it waits; to whoever has read one that no longer
 * stands that they have not said they know; then to whoever coordinates. Each is said once, and not at all once it was opened.
 */
export async function remindOfUnread(services: RemindingServices, now: Date): Promise<void> {
  const { database } = services.open;
  let told = 0;
  const all = [...(await unopenedReports(database, now)), ...(await unseenChanges(database, now))];
  for (const unread of all) told += await remindOf(services, unread, now);
  if (told > 0) await services.told();
}

async function remindOf(services: RemindingServices, unread: UnreadBy, now: Date): Promise<number> {
  const { database } = services.open;
  const { organisationId, caseId, side, since } = unread;
  const organisation = await findOrganisation(database, organisationId);
  if (!organisation) return 0;
  const days = await workingDaysOf(organisation.details);
  const whom = unreadTellings({ since, side, zone: organisation.details.zone, days }, now);
  if (whom.length === 0) return 0;
  return database.transaction(async (transaction) => {
    let told = 0;
    for (const one of whom) {
      const seats = one === "reader" ? [unread.seatId] : await coordinatorsOf(transaction, caseId);
      const telling = tellingOf(unread, one, seats);
      told += await notify(transaction, { id: caseId, organisationId }, telling, {
        createId: services.createId,
        at: now,
      });
    }
    if (told > 0)
      await recordAct(transaction, {
        organisationId,
        caseId,
        act: unread.what === "report" ? "report.unread-reminded" : "report.change-reminded",
        subject: unread.reportId,
        body: { told },
      });
    return told;
  });
}

function tellingOf(
  { what, reportId, documentId }: UnreadBy,
  whom: "reader" | "coordinator",
  seats: readonly string[],
): Telling {
  const kinds = { report: "report-unread", change: "change-unread" } as const;
  return {
    kind: whom === "reader" ? kinds[what] : "unread-passed-on",
    subject: `opinion.${opinionOf({ documentId })}`,
    seats,
    once: `unread/${what}/${reportId}/${whom}`,
  };
}

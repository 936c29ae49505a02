import { conferencesOver, lockCase, raiseAuthority, recordAct } from "@consilium/database";
import type { Services } from "../services.ts";
import { conferenceLimits } from "./conference-limits.ts";
import { endInRows } from "./end-in-rows.ts";

/** Ends conferences that nobody ended: links and seats of their guests go with them. */
export async function endConferencesOver(
  services: Pick<Services, "open" | "now" | "changed">,
): Promise<void> {
  const { database } = services.open;
  const at = services.now();
  for (const conference of await conferencesOver(database, at, conferenceLimits)) {
    const { id, organisationId, caseId } = conference;
    const isEnded = await database.transaction(async (transaction) => {
      await lockCase(transaction, caseId);
      if (!(await endInRows(transaction, conference, at))) return false;
      await raiseAuthority(transaction, caseId);
      const of = { organisationId, caseId, personId: null, seatId: null };
      await recordAct(transaction, { ...of, act: "conference.over", subject: id, body: {} });
      return true;
    });
    if (isEnded) await services.changed({ caseId, rights: true });
  }
}

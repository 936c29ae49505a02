import {
  conferencesOver,
  endAttendances,
  endConference,
  endGuests,
  lockCase,
  raiseAuthority,
  recordAct,
} from "@consilium/database";
import type { Services } from "../services.ts";
import { conferenceLimits } from "./conference-limits.ts";

/** Ends conferences that nobody ended: links and seats of their guests go with them. */
export async function endConferencesOver(
  services: Pick<Services, "open" | "now" | "changed">,
): Promise<void> {
  const { database } = services.open;
  const at = services.now();
  for (const { id, organisationId, caseId } of await conferencesOver(database, at, conferenceLimits)) {
    const isEnded = await database.transaction(async (transaction) => {
      await lockCase(transaction, caseId);
      if (!(await endConference(transaction, id, at))) return false;
      await endAttendances(transaction, id, at);
      await endGuests(transaction, id, at);
      await raiseAuthority(transaction, caseId);
      const of = { organisationId, caseId, personId: null, seatId: null };
      await recordAct(transaction, { ...of, act: "conference.over", subject: id, body: {} });
      return true;
    });
    if (isEnded) await services.changed({ caseId, rights: true });
  }
}

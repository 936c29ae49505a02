import type { Trace } from "@consilium/conference-server";
import {
  beginConference,
  type ConferenceRow,
  type Database,
  endAttendances,
  endConference,
  endGuests,
  findSeat,
  insertAttendance,
  noteGuestIn,
  raiseAuthority,
  recordAct,
  withdrawGuestSeat,
} from "@consilium/database";
import type { Services } from "../../services.ts";

/**
 * Writes down what happens in a room: in the audit, and who was in from when to when. What it changes of anybody's rights is committed
 * with it, and told to the case's open documents after it.
 */
export async function keepTrace(services: Services, conference: ConferenceRow, trace: Trace): Promise<void> {
  const { caseId } = conference;
  const changesRights = await services.open.database.transaction(async (transaction) => {
    const did = await change(services, transaction, conference, trace);
    if (did.changesRights) await raiseAuthority(transaction, caseId);
    await book(transaction, conference, trace);
    return did.changesRights;
  });
  if (!changesRights) return;
  const told = () => services.changed({ caseId, rights: true });
  // Whoever ends it hears that it was done before their page is closed for having ended.
  if (trace.act === "ended") setImmediate(() => void told());
  else await told();
}

async function book(transaction: Database, { organisationId, caseId, id }: ConferenceRow, trace: Trace) {
  const seat = await findSeat(transaction, trace.seat);
  await recordAct(transaction, {
    organisationId,
    caseId,
    personId: seat?.personId ?? null,
    seatId: trace.seat,
    act: `conference.${trace.act}`,
    subject: id,
    body: trace.of === undefined ? {} : { of: trace.of },
  });
}

interface Change {
  readonly changesRights: boolean;
}

async function change(
  { createId, now }: Services,
  transaction: Database,
  { id, organisationId, caseId }: ConferenceRow,
  { act, seat, of }: Trace,
): Promise<Change> {
  const at = now();
  const goesIn = (seatId: string) =>
    insertAttendance(transaction, {
      id: createId(),
      organisationId,
      caseId,
      conferenceId: id,
      seatId,
      fromAt: at,
    });
  switch (act) {
    case "in":
      await beginConference(transaction, id, at);
      await goesIn(seat);
      return { changesRights: true };
    case "admitted":
      if (of === undefined) return { changesRights: false };
      await noteGuestIn(transaction, of, true);
      await goesIn(of);
      return { changesRights: true };
    case "left":
      await noteGuestIn(transaction, seat, false);
      await endAttendances(transaction, id, at, seat);
      return { changesRights: true };
    case "removed":
      if (of === undefined) return { changesRights: false };
      await endAttendances(transaction, id, at, of);
      // A guest's link is used up by being taken out; everybody else may ask to come in again.
      await withdrawGuestSeat(transaction, of, at);
      return { changesRights: true };
    case "ended":
      await endConference(transaction, id, at);
      await endAttendances(transaction, id, at);
      await endGuests(transaction, id, at);
      return { changesRights: true };
    case "came":
    case "denied":
    case "muted":
    case "presents":
      return { changesRights: false };
  }
}

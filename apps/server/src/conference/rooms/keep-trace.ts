import type { Trace } from "@consilium/conference-server";
import {
  beginConference,
  type ConferenceRow,
  type Database,
  endAttendances,
  findSeat,
  insertAttendance,
  lockCase,
  lockToCome,
  noteGuestIn,
  raiseAuthority,
  recordAct,
  withdrawGuestSeat,
} from "@consilium/database";
import type { Services } from "../../services.ts";
import { endInRows } from "../end-in-rows.ts";

type TraceServices = Pick<Services, "open" | "createId" | "now" | "changed">;

/**
 * Writes down what happens in a room: in the audit, and who was in from when to when. What it changes of anybody's rights is committed
 * with it, and told to the case's open documents after it.
 */
export async function keepTrace(
  services: TraceServices,
  conference: ConferenceRow,
  trace: Trace,
): Promise<void> {
  const { caseId } = conference;
  const changesRights = await services.open.database.transaction(async (transaction) => {
    // As commands do, before anything else: two that wait for each other would both hold what the other one needs.
    await lockCase(transaction, caseId);
    const change = changes[trace.act];
    await change?.(services, transaction, conference, trace);
    if (change) await raiseAuthority(transaction, caseId);
    await book(transaction, conference, trace);
    return change !== undefined;
  });
  if (!changesRights) return;
  const told = () => services.changed({ caseId, rights: true });
  // Whoever ends it, or takes somebody out, hears that it was done before the seats that ended by it are looked for.
  if (trace.act === "ended" || trace.act === "removed") setImmediate(() => void told());
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

type Change = (
  services: TraceServices,
  transaction: Database,
  conference: ConferenceRow,
  trace: Trace,
) => Promise<void>;

/** What of a room changes rows, and with them somebody's rights. All else is in the audit alone. */
const changes: Partial<Record<Trace["act"], Change>> = {
  in: async (services, transaction, conference, { seat }) => {
    const at = services.now();
    await writeIn(services, transaction, conference, { seatId: seat, fromAt: at });
    await beginConference(transaction, conference.id, at);
  },
  admitted: async (services, transaction, conference, { of = "" }) => {
    await writeIn(services, transaction, conference, { seatId: of, fromAt: services.now() });
    await noteGuestIn(transaction, of, true);
  },
  left: async ({ now }, transaction, { id }, { seat }) => {
    await noteGuestIn(transaction, seat, false);
    await endAttendances(transaction, id, now(), seat);
  },
  removed: async ({ now }, transaction, { id }, { of = "" }) => {
    const at = now();
    await endAttendances(transaction, id, at, of);
    // A guest's link is used up by being taken out; everybody else may ask to come in again.
    await withdrawGuestSeat(transaction, of, at);
  },
  ended: async ({ now }, transaction, conference) => {
    await endInRows(transaction, conference, now());
  },
};

/** Throws where it has ended elsewhere a moment ago: nobody is in what is over. */
async function writeIn(
  { createId }: TraceServices,
  transaction: Database,
  { id, organisationId, caseId }: ConferenceRow,
  who: { readonly seatId: string; readonly fromAt: Date },
): Promise<void> {
  if (!(await lockToCome(transaction, id))) throw new Error(`Conference ${id} is over`);
  await insertAttendance(transaction, { id: createId(), organisationId, caseId, conferenceId: id, ...who });
}

import { documentAccess, isClinician, isSeated, parseDocumentName, recordsAccess } from "@consilium/clinical";
import { findRecord, findSeat, insertUrgentFinding, recordReveals } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand, type Scope } from "../command/run-command.ts";
import type { Services } from "../services.ts";

export interface RaisedFinding {
  /** `record/<id>`, or an opinion's name. */
  readonly place: string;
  readonly what: string;
  /** How else the recipient was reached, or tried to be. */
  readonly channel: string | null;
  /** The seat that is to act on it. */
  readonly recipient: string;
  /** The seat that is told as well once the hour is over. */
  readonly second: string | null;
}

/** Then it is passed on. */
const hour = 3_600_000;

/** Something that cannot wait for the opinion: the recipient is told at once, and has an hour to say that they have it. */
export const raiseUrgent = (
  services: Services,
  commander: Commander,
  { place, what, channel, recipient, second }: RaisedFinding,
): Promise<Result<{ finding: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "raise an urgent finding", changesRights: false },
    async (scope) => {
      const { transaction, row, key, seat, at } = scope;
      const missing = await missingPlace(scope, place);
      if (missing) return refuse(missing);
      if (recipient === second) return refuse("malformed-request");
      for (const named of [recipient, ...(second === null ? [] : [second])])
        if (!(await mayAct(scope, named))) return refuse("no-such-seat");
      const id = services.createId();
      const ofCase = { organisationId: row.organisationId, caseId: row.id };
      await insertUrgentFinding(transaction, key, {
        id,
        ...ofCase,
        seatId: seat.id,
        place,
        recipientSeatId: recipient,
        secondSeatId: second,
        raisedAt: at,
        dueAt: new Date(at.getTime() + hour),
        what,
        channel,
      });
      await scope.notify({ kind: "urgent-raised", subject: id, seats: [recipient] });
      const body = { place, recipient, second };
      return ok({ value: { finding: id }, act: "urgent.raised", subject: id, body });
    },
  );

/** Where somebody may not read, there is nothing for them. */
async function missingPlace(
  { transaction, key, row, seat, facts, at }: Scope,
  place: string,
): Promise<RefusalReason | undefined> {
  const name = parseDocumentName(place);
  if (name) return documentAccess(name, seat, facts, at).read === "no" ? "no-such-document" : undefined;
  const record = place.slice("record/".length);
  const access = recordsAccess(seat, facts, at);
  if (!access.read || !(await findRecord(transaction, key, row.id, record))) return "no-such-record";
  const isHidden = access.withoutRevealing && (await recordReveals(transaction, row.id, record));
  return isHidden ? "no-such-record" : undefined;
}

/** Whoever treats the patient or coordinates, but not whoever raises it. */
async function mayAct({ transaction, row, seat, at }: Scope, named: string): Promise<boolean> {
  const found = await findSeat(transaction, named);
  if (found?.caseId !== row.id || !isSeated(found, at) || found.personId === seat.personId) return false;
  return isClinician(found) || found.role === "coordinator";
}

import {
  escalateUrgentFinding,
  lockCase,
  recordAct,
  type UnansweredFinding,
  unansweredFindings,
} from "@consilium/database";
import { notify } from "../notify/notify.ts";
import { coordinatorsOf } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";

export type EscalatingServices = Pick<Services, "open" | "createId" | "changed" | "told">;

/**
 * What nobody has said that they have within its hour is passed on to whoever coordinates and to the second contact, and told to the
 * recipient again. Once, by whichever server looks first.
 */
export async function escalateUrgent(services: EscalatingServices, now: Date): Promise<void> {
  for (const finding of await unansweredFindings(services.open.database, now)) {
    if (!(await escalate(services, finding, now))) continue;
    await services.changed({ caseId: finding.caseId, rights: false });
    await services.told();
  }
}

const escalate = (
  { open, createId }: EscalatingServices,
  { id, organisationId, caseId }: UnansweredFinding,
  now: Date,
): Promise<boolean> =>
  open.database.transaction(async (transaction) => {
    // As commands do: "I have it" comes before it or after it.
    await lockCase(transaction, caseId);
    const passedOn = await escalateUrgentFinding(transaction, id, now);
    if (!passedOn) return false;
    const { recipientSeatId, secondSeatId } = passedOn;
    const coordinators = await coordinatorsOf(transaction, caseId);
    const seats = [...coordinators, recipientSeatId, ...(secondSeatId === null ? [] : [secondSeatId])];
    const telling = { kind: "urgent-escalated", subject: id, seats, once: `urgent/${id}` } as const;
    const told = await notify(transaction, { id: caseId, organisationId }, telling, { createId, at: now });
    await recordAct(transaction, {
      organisationId,
      caseId,
      act: "urgent.escalated",
      subject: id,
      body: { told },
    });
    return true;
  });

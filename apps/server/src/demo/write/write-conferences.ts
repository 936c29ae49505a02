import {
  changeConference,
  type Database,
  endAttendances,
  insertAttendance,
  insertConference,
  insertInvitations,
} from "@consilium/database";
import type { PlannedConference } from "../conferences.ts";
import { demoId } from "../demo-id.ts";
import type { CasePlan } from "../plan-case.ts";

/** The meetings of a case, and who was there. */
export async function writeConferences(transaction: Database, plan: CasePlan): Promise<void> {
  for (const planned of plan.conferences) {
    const { id, calledBy, calledAt, startsAt, minutes, invited } = planned;
    const of = { id, organisationId: plan.organisationId, caseId: plan.caseId };
    await insertConference(transaction, { ...of, calledBy, calledAt, startsAt, minutes });
    await insertInvitations(transaction, of, invited, calledAt);
    if (planned.isOver) await writeHeld(transaction, plan, planned);
  }
}

async function writeHeld(
  transaction: Database,
  { organisationId, caseId }: CasePlan,
  { id, startsAt, minutes, invited }: PlannedConference,
): Promise<void> {
  const endedAt = new Date(startsAt.getTime() + minutes * 60_000);
  for (const seatId of invited)
    await insertAttendance(transaction, {
      id: demoId("attendance", `${id}/${seatId}`),
      organisationId,
      caseId,
      conferenceId: id,
      seatId,
      fromAt: startsAt,
    });
  await endAttendances(transaction, id, endedAt);
  await changeConference(transaction, id, { state: "ended", begunAt: startsAt, endedAt });
}

import {
  type CaseKey,
  type CaseKeys,
  type Database,
  insertCase,
  insertClock,
  insertClockPause,
  insertConsent,
  insertLifecycleEvent,
  insertQuestion,
  insertRecords,
  insertRequest,
  insertSeat,
  recordAct,
} from "@consilium/database";
import { found } from "../cast.ts";
import type { CasePlan } from "../plan-case.ts";
import { writeConferences } from "./write-conferences.ts";
import { writeOpinionRows } from "./write-opinion-rows.ts";
import { writeTexts } from "./write-texts.ts";

/** In the seed's transaction. The order is that of the references between the rows. */
export async function writeCase(transaction: Database, keys: CaseKeys, plan: CasePlan): Promise<void> {
  const key = keys.create(plan.organisationId, plan.caseId);
  await writeCaseRow(transaction, key, plan);
  for (const seat of plan.seats) await insertSeat(transaction, key, { ...seat, givenBy: plan.openedBy });
  for (const event of plan.lifecycle) await insertLifecycleEvent(transaction, key, event);
  await insertConsent(transaction, key, plan.consent);
  await writeClocks(transaction, key, plan);
  await writeQuestions(transaction, key, plan);
  await insertRecords(transaction, key, plan.records);
  await writeTexts(transaction, key, plan);
  await writeConferences(transaction, plan);
  await writeOpinionRows(transaction, key, plan);
  await writeActs(transaction, plan);
}

const momentOf = ({ lifecycle }: CasePlan, state: string): Date | null =>
  lifecycle.find(({ to }) => to === state)?.at ?? null;

async function writeCaseRow(
  transaction: Database,
  key: CaseKey & { readonly wrapped: Buffer },
  plan: CasePlan,
): Promise<void> {
  const signing = plan.signings.find(({ document }) => document === plan.texts.opinion);
  const row = {
    id: plan.caseId,
    organisationId: plan.organisationId,
    number: plan.number,
    state: plan.state,
    tier: plan.tier,
    specialty: plan.specialty,
    openedBy: plan.openedBy,
    leadPersonId: plan.leadPersonId,
    createdAt: plan.createdAt,
    submittedAt: momentOf(plan, "submitted"),
    signedAt: momentOf(plan, "signed"),
    closedAt: momentOf(plan, "closed"),
    digest: signing ? Buffer.from(signing.digest, "hex") : null,
  };
  await insertCase(transaction, row, plan.details, key);
}

const ofCase = ({ organisationId, caseId }: CasePlan) => ({ organisationId, caseId });

async function writeClocks(transaction: Database, key: CaseKey, plan: CasePlan): Promise<void> {
  const coordinator = found(
    plan.seats.find(({ role }) => role === "coordinator"),
    "coordinator",
  );
  for (const { pauses, ...clock } of plan.clocks) {
    await insertClock(transaction, { ...ofCase(plan), ...clock });
    for (const pause of pauses)
      await insertClockPause(transaction, key, {
        ...ofCase(plan),
        ...pause,
        clockId: clock.id,
        seatId: coordinator.id,
      });
  }
  for (const { words, ...request } of plan.requests)
    await insertRequest(transaction, key, { ...ofCase(plan), ...request }, words);
}

async function writeQuestions(transaction: Database, key: CaseKey, plan: CasePlan): Promise<void> {
  for (const { words, ...question } of plan.questions)
    await insertQuestion(transaction, key, { ...ofCase(plan), ...question }, words);
}

/** With the times at which the story has them; the chain links them in the order in which they were written. */
async function writeActs(transaction: Database, plan: CasePlan): Promise<void> {
  for (const act of plan.acts) await recordAct(transaction, { ...ofCase(plan), ...act });
}

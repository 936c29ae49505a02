import { type Reminder, remindersOf } from "@consilium/clinical";
import {
  type Database,
  type DueRequest,
  recordAct,
  requestsDueBefore,
  requestWordsOf,
} from "@consilium/database";
import { notify } from "../notify/notify.ts";
import { askedSeats, coordinatorsOf } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";

/** The day before, wherever on earth that is. */
const ahead = 2 * 24 * 3_600_000;

export type RemindingServices = Pick<Services, "open" | "keys" | "createId" | "told">;

/** Says what is due tomorrow and what is late; each is said once, however often and by however many servers this runs. */
export async function remindOfRequests(services: RemindingServices, now: Date): Promise<void> {
  const { database } = services.open;
  let told = 0;
  for (const due of await requestsDueBefore(database, new Date(now.getTime() + ahead)))
    told += await remindOf(services, due, now);
  if (told > 0) await services.told();
}

async function remindOf(services: RemindingServices, due: DueRequest, now: Date): Promise<number> {
  const { row, dueAt, zone } = due;
  const key = await services.keys.of(row.caseId);
  const of = requestWordsOf(key, row).of ?? null;
  const reminders = remindersOf(dueAt, zone, of !== null, now);
  if (reminders.length === 0) return 0;
  return services.open.database.transaction(async (transaction) => {
    let told = 0;
    for (const reminder of reminders) told += await say(services, transaction, due, { reminder, of, now });
    if (told > 0) await book(transaction, due, told);
    return told;
  });
}

interface Saying {
  readonly reminder: Reminder;
  readonly of: string | null;
  readonly now: Date;
}

async function say(
  { createId }: RemindingServices,
  transaction: Database,
  { row }: DueRequest,
  { reminder: { kind, whom, once }, of, now }: Saying,
): Promise<number> {
  const seats =
    whom === "asked" && of !== null
      ? await askedSeats(transaction, row.caseId, of)
      : await coordinatorsOf(transaction, row.caseId);
  const ofCase = { id: row.caseId, organisationId: row.organisationId };
  const telling = { kind, subject: row.id, seats, once: `request/${row.id}/${whom}/${once}` };
  return notify(transaction, ofCase, telling, { createId, at: now });
}

/** Nobody did it: the programme's own clock. */
const book = (transaction: Database, { row }: DueRequest, told: number): Promise<void> =>
  recordAct(transaction, {
    organisationId: row.organisationId,
    caseId: row.caseId,
    act: "record.request-reminded",
    subject: row.id,
    body: { told },
  });

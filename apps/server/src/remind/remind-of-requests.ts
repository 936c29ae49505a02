import { type Reminder, remindersOf } from "@consilium/clinical";
import {
  answerPlaceOfRequest,
  type CaseKey,
  type Database,
  type DueRequest,
  recordAct,
  requestsDueBefore,
  requestWordsOf,
} from "@consilium/database";
import { notify } from "../notify/notify.ts";
import { askedSeats, coordinatorsOf } from "../notify/told-seats.ts";
import type { Services } from "../services.ts";
import { remindPlace, tellSilent } from "./remind-place.ts";

/** The day before, wherever on earth that is. */
const ahead = 2 * 24 * 3_600_000;

export type RemindingServices = Pick<Services, "open" | "keys" | "createId" | "told" | "origin">;

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
  const { of = null, address = null } = requestWordsOf(key, row);
  const reminders = remindersOf(dueAt, zone, of !== null || address !== null, now);
  if (reminders.length === 0) return 0;
  return services.open.database.transaction(async (transaction) => {
    let told = 0;
    for (const reminder of reminders) {
      if (reminder.whom === "asked" && address !== null)
        told += await remindByMail(services, transaction, { key, due, address, reminder, now });
      else told += await say(services, transaction, due, { reminder, of, now });
    }
    if (told > 0) await book(transaction, due, told);
    return told;
  });
}

interface ByMail {
  readonly key: CaseKey;
  readonly due: DueRequest;
  readonly address: string;
  readonly reminder: Reminder;
  readonly now: Date;
}

/** Whoever has no account; how many were told of it, the mail counted in. */
async function remindByMail(
  services: RemindingServices,
  transaction: Database,
  { key, due: { row, dueAt }, address, reminder, now }: ByMail,
): Promise<number> {
  const place = await answerPlaceOfRequest(transaction, row.id);
  if (!place) return 0;
  const wrote = await remindPlace(services, transaction, { key, place, address, due: dueAt }, reminder, now);
  const after = { ...place, reminders: place.reminders + Number(wrote) };
  return Number(wrote) + (await tellSilent(services, transaction, after, now));
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

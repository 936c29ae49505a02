import type { Reminder } from "@consilium/clinical";
import {
  type AnswerPlace,
  type CaseKey,
  type Database,
  insertMail,
  notePlaceReminder,
  recordAct,
} from "@consilium/database";
import { letterOf } from "../answer-place/place-letters.ts";
import { placeLimits } from "../answer-place/place-limits.ts";
import { notify } from "../notify/notify.ts";
import type { Services } from "../services.ts";

type RemindingServices = Pick<Services, "createId" | "origin">;

export interface RemindedPlace {
  readonly key: CaseKey;
  readonly place: AnswerPlace;
  readonly address: string;
  readonly due: Date;
}

/**
 * A mail to whoever has no account, a few times; with the last one whoever asked is told that nobody answers. Gives whether one was
 * written: of two servers one does.
 */
export async function remindPlace(
  services: RemindingServices,
  transaction: Database,
  { key, place, address, due }: RemindedPlace,
  { kind, once }: Reminder,
  now: Date,
): Promise<boolean> {
  if (place.expiresAt <= now) return false;
  if (!(await notePlaceReminder(transaction, place.id, once, placeLimits.reminders))) return false;
  const letter = await letterOf(services, transaction, key, place, {
    kind: kind === "request-due" ? "reminded" : "late",
    due,
  });
  await insertMail(transaction, {
    id: services.createId(),
    personId: null,
    address,
    ...letter,
    queuedAt: now,
  });
  const { organisationId, caseId, requestId: subject } = place;
  await recordAct(transaction, { organisationId, caseId, act: "place.reminded", subject, body: { kind } });
  return true;
}

/** Nobody reminds them any more: whoever asked hears it, once. */
export async function tellSilent(
  { createId }: Pick<Services, "createId">,
  transaction: Database,
  { organisationId, caseId, requestId, seatId, reminders }: AnswerPlace,
  now: Date,
): Promise<number> {
  if (reminders < placeLimits.reminders) return 0;
  const once = `silent/${requestId}`;
  const telling = { kind: "request-silent", subject: requestId, seats: [seatId], once } as const;
  return notify(transaction, { id: caseId, organisationId }, telling, { createId, at: now });
}

import { answerPlaceOfRequest, type Database, lockCase, recordAct } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { notify, type Telling } from "../notify/notify.ts";
import type { Services } from "../services.ts";
import type { AtPlace } from "./enter-place.ts";
import { whyClosed } from "./place-standing.ts";

export interface PlaceScope extends AtPlace {
  readonly transaction: Database;
  readonly at: Date;
  readonly notify: (telling: Telling) => Promise<void>;
}

interface PlaceDone<T> {
  readonly value: T;
  readonly act: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/**
 * One act of somebody without an account, under the case's lock and with its row in the audit: of two who answer at once, the second is
 * told that it was answered. What `change` refuses it refuses before it writes.
 */
export async function actAtPlace<T>(
  services: Services,
  { place: { requestId, caseId, organisationId }, key }: AtPlace,
  change: (scope: PlaceScope) => Promise<Result<PlaceDone<T>, RefusalReason>>,
): Promise<Result<T, RefusalReason>> {
  let told = 0;
  const done = await services.open.database.transaction(async (transaction) => {
    const row = await lockCase(transaction, caseId);
    const place = await answerPlaceOfRequest(transaction, requestId);
    if (!row || !place) return refuse("no-such-link");
    const at = services.now();
    const closed = whyClosed(place, row, at);
    if (closed) return refuse(closed);
    const options = { createId: services.createId, at };
    const result = await change({
      transaction,
      place,
      row,
      key,
      at,
      notify: async (telling) => {
        told += await notify(transaction, row, telling, options);
      },
    });
    if (!result.ok) return result;
    const { act, body = {} } = result.value;
    const of = { organisationId, caseId, personId: null, seatId: null, subject: requestId };
    await recordAct(transaction, { ...of, act, body });
    return ok(result.value.value);
  });
  if (!done.ok) return done;
  await services.changed({ caseId, rights: false });
  if (told > 0) await services.told();
  return done;
}

import { type ClinicalRecord, mayAnswer } from "@consilium/clinical";
import {
  type CaseKey,
  type Database,
  type Delivery,
  findSeat,
  requestRowsOfCases,
  requestWordsOf,
} from "@consilium/database";
import { notify, type NotifyOptions } from "../notify/notify.ts";
import { coordinatorsOf } from "../notify/told-seats.ts";

export interface Came {
  readonly key: CaseKey;
  readonly delivery: Delivery;
  readonly records: readonly ClinicalRecord[];
}

/**
 * Whoever asked for something hears that records came which may be it; whether they are, they say. What came through the answer place of a
 * request is told in any case. Once a request and delivery.
 */
export async function tellCame(
  transaction: Database,
  { key, delivery, records }: Came,
  { createId, at }: Pick<NotifyOptions, "createId" | "at">,
): Promise<number> {
  const { caseId, organisationId } = key;
  const added = at.toISOString();
  const came = records.map((record) => ({ ...record, added }));
  // What somebody adds themselves they need not be told.
  const sender = delivery.requestId === null ? await findSeat(transaction, delivery.seatId) : undefined;
  const options = { createId, at, ...(sender && { butNot: sender.personId }) };
  let told = 0;
  for (const row of await requestRowsOfCases(transaction, [caseId])) {
    const isOwn = row.id === delivery.requestId;
    const asked = { what: requestWordsOf(key, row).what, asked: row.askedAt.toISOString() };
    const isOffered = row.state === "open" && mayAnswer(asked, came).length > 0;
    if (!isOwn && !isOffered) continue;
    const once = `came/${row.id}/${delivery.id}`;
    const telling = { kind: "record-came", subject: row.id, seats: [row.seatId], once } as const;
    told += await notify(transaction, { id: caseId, organisationId }, telling, options);
  }
  return told;
}

/** Nobody who has an account sent it, so somebody has to be asked whose files they are. */
export async function tellAsking(
  transaction: Database,
  { key, delivery }: Pick<Came, "key" | "delivery">,
  options: Pick<NotifyOptions, "createId" | "at">,
): Promise<number> {
  if (delivery.requestId === null) return 0;
  const { caseId, organisationId } = key;
  const seats = [...(await coordinatorsOf(transaction, caseId)), delivery.seatId];
  const once = `asking/${delivery.id}`;
  const telling = { kind: "record-came", subject: delivery.requestId, seats, once } as const;
  return notify(transaction, { id: caseId, organisationId }, telling, options);
}

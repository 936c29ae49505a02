import { recordsAccess } from "@consilium/clinical";
import {
  type Arrival,
  arrivalOf,
  type Delivery,
  deliveriesOf,
  type DeliveryHead,
  findDelivery,
  revealingRecordsOf,
} from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import { archiveProblems } from "../archive/archive-problem.ts";
import { PullSource } from "../archive/pull-source.ts";
import type { Services } from "../services.ts";
import { type DeliveryAnswer, DeliveryReading, type OneDelivery } from "./delivery-schemas.ts";
import { type DeliverySummaries, type DeliverySummary, summaryOf } from "./delivery-summaries.ts";

type Answer = z.infer<typeof DeliveryAnswer>;

/** Of the case, newest first. Of records that whoever reads blind does not get, not even the ids. */
export async function listDeliveries(
  { open: { database }, now }: Services,
  summaries: DeliverySummaries,
  { key, seat, facts }: Visit,
  page: { readonly before: string | null; readonly limit: number },
): Promise<{ readonly items: Answer[]; readonly next: string | null }> {
  const found = await deliveriesOf(database, key, { ...page, limit: page.limit + 1 });
  const shown = found.slice(0, page.limit);
  const arrivals = await arrivalOf(
    database,
    shown.map(({ id }) => id),
  );
  const summed = await summaries.of(database, key, shown);
  const { withoutRevealing } = recordsAccess(seat, facts, now());
  const hidden = withoutRevealing ? await revealingRecordsOf(database, key.caseId) : new Set<string>();
  const seen = (answer: Answer): Answer => ({
    ...answer,
    records: answer.records.filter((id) => !hidden.has(id)),
    source: withoutRevealing ? null : answer.source,
  });
  return {
    items: shown.map((one) => seen(describe(one, arrivals.get(one.id), summed.get(one.id)))),
    next: found.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** With what became of each file. */
export async function readOneDelivery(
  { open: { database } }: Services,
  { key }: Visit,
  id: string,
): Promise<z.infer<typeof OneDelivery> | undefined> {
  const found = await findDelivery(database, key, id);
  if (!found) return undefined;
  const { outcomes, patients, notUnderstood, missing } = readingOf(found);
  const arrival = (await arrivalOf(database, [id])).get(id);
  return {
    ...describe(found, arrival, found.reading === null ? undefined : summaryOf(found.reading)),
    outcomes: found.state === "asking" ? [] : outcomes,
    notUnderstood,
    missing,
    question: found.state === "asking" ? patients : null,
  };
}

const readingOf = ({ reading }: Delivery): DeliveryReading =>
  reading === null
    ? { outcomes: [], patients: [], bytes: 0, notUnderstood: [], missing: [] }
    : DeliveryReading.parse(reading);

function describe(
  delivery: DeliveryHead,
  arrival: Arrival | undefined,
  summary: DeliverySummary | undefined,
): Answer {
  const { id, at, seatId, state, read, total, kept, notRead, expected } = delivery;
  // What arrived is being cleared away then, one file after the other.
  const isDone = state === "done";
  return {
    id,
    at: at.toISOString(),
    by: seatId,
    state,
    files: isDone ? (expected ?? 0) : Math.max(expected ?? 0, arrival?.files ?? 0),
    arrived: isDone ? (expected ?? 0) : (arrival?.arrived ?? expected ?? 0),
    bytes: summary?.bytes ?? arrival?.bytes ?? 0,
    read,
    total,
    kept,
    notRead,
    ignored: summary?.ignored ?? 0,
    notWhole: summary?.notWhole ?? { files: 0, things: 0, images: 0 },
    records: state === "done" ? [...(summary?.records ?? [])] : [],
    source: delivery.source === null ? null : PullSource.parse(delivery.source),
    problem: archiveProblems.find((one) => one === delivery.problem) ?? null,
    request: delivery.requestId,
  };
}

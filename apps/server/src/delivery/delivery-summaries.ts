import { type CaseKey, type Database, type DeliveryHead, readingsOf } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import { type DeliveryAnswer, DeliveryReading } from "./delivery-schemas.ts";

/** Of what became of a delivery's files, what a list says. */
export interface DeliverySummary extends Pick<
  z.infer<typeof DeliveryAnswer>,
  "bytes" | "ignored" | "notWhole"
> {
  readonly records: readonly string[];
}

export interface DeliverySummaries {
  /** By the deliveries' ids; one that was not read has none. */
  readonly of: (
    database: Database,
    key: CaseKey,
    deliveries: readonly DeliveryHead[],
  ) => Promise<ReadonlyMap<string, DeliverySummary>>;
}

/** The word on twenty thousand files is two megabytes: it is opened once, not at every look at a list. */
export function createDeliverySummaries(most = 2000): DeliverySummaries {
  /** Of deliveries that are done, which never change again; those asked for last. */
  const held = new Map<string, DeliverySummary>();

  function hold(id: string, summary: DeliverySummary): void {
    held.delete(id);
    held.set(id, summary);
    const [oldest] = held.keys();
    if (held.size > most && oldest !== undefined) held.delete(oldest);
  }

  return {
    of: async (database, key, deliveries) => {
      const unknown = deliveries.filter(
        ({ id, state }) => state === "asking" || (state === "done" && !held.has(id)),
      );
      const readings = await readingsOf(
        database,
        key,
        unknown.map(({ id }) => id),
      );
      return new Map(
        deliveries.flatMap(({ id, state }) => {
          const reading = readings.get(id);
          const summary = reading === undefined ? held.get(id) : summaryOf(reading);
          if (summary && state === "done") hold(id, summary);
          return summary ? [[id, summary] as const] : [];
        }),
      );
    },
  };
}

export function summaryOf(reading: unknown): DeliverySummary {
  const { bytes, outcomes, notUnderstood, missing } = DeliveryReading.parse(reading);
  return {
    bytes,
    records: [...new Set(outcomes.flatMap(({ records }) => records))],
    ignored: outcomes.filter(({ is }) => is === "ignored").length,
    notWhole: {
      files: outcomes.filter(({ is, reason }) => is === "kept" && reason !== null).length,
      things: notUnderstood.reduce((sum, { count }) => sum + count, 0),
      images: missing.reduce((sum, one) => sum + one.missing, 0),
    },
  };
}

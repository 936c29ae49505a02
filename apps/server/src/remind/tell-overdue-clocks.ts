import { clocksOverdue } from "@consilium/database";
import { notify } from "../notify/notify.ts";
import { coordinatorsOf } from "../notify/told-seats.ts";
import type { RemindingServices } from "./remind-of-requests.ts";

/** Whoever coordinates hears of a deadline that has passed; once for each deadline that a clock had. */
export async function tellOverdueClocks(services: RemindingServices, now: Date): Promise<void> {
  const { createId } = services;
  const { database } = services.open;
  let told = 0;
  for (const { id, organisationId, caseId, kind, dueAt } of await clocksOverdue(database, now))
    told += await database.transaction(async (transaction) =>
      notify(
        transaction,
        { id: caseId, organisationId },
        {
          kind: "clock-overdue",
          subject: kind,
          seats: await coordinatorsOf(transaction, caseId),
          once: `clock/${id}/${dueAt.toISOString()}`,
        },
        { createId, at: now },
      ),
    );
  if (told > 0) await services.told();
}

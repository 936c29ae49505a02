import { metAt, type Seat } from "@consilium/clinical";
import { type CaseClock, type CaseKey, pausePlace, unsealValue } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Clock } from "./case-schemas.ts";
import { reasonFor } from "./told-blind.ts";

export const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

export function describeClock(
  key: CaseKey,
  clock: CaseClock,
  now: Date,
  seat: Pick<Seat, "mode" | "revealedAt">,
): z.infer<typeof Clock> {
  const { id, kind, state, startedAt, dueAt, zone, pause } = clock;
  const met = metAt({ ...clock, pausedSince: pause?.fromAt ?? null }, now);
  const reason = pause && unsealValue(key, pausePlace(pause.id), pause.sealedReason);
  return {
    id,
    kind,
    state: met ? "met" : state,
    from: instant(startedAt),
    due: instant(dueAt),
    met: instant(met),
    zone,
    pausedReason: reasonFor(reason, seat),
  };
}

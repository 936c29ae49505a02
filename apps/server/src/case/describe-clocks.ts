import type { Seat } from "@consilium/clinical";
import { type CaseClock, type CaseKey, pausePlace, unsealValue } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Clock } from "./case-schemas.ts";
import { reasonFor } from "./told-blind.ts";

export const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

export const describeClock = (
  key: CaseKey,
  clock: CaseClock,
  seat: Pick<Seat, "mode" | "revealedAt">,
): z.infer<typeof Clock> => ({
  id: clock.id,
  kind: clock.kind,
  state: clock.state,
  from: instant(clock.startedAt),
  due: instant(clock.dueAt),
  met: instant(clock.doneAt),
  zone: clock.zone,
  pausedReason: reasonFor(
    clock.pause && unsealValue(key, pausePlace(clock.pause.id), clock.pause.sealedReason),
    seat,
  ),
});

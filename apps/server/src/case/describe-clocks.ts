import { type CaseClock, type CaseKey, pausePlace, unsealValue } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Clock } from "./case-schemas.ts";

export const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

export const describeClock = (key: CaseKey, clock: CaseClock): z.infer<typeof Clock> => ({
  id: clock.id,
  kind: clock.kind,
  state: clock.state,
  from: instant(clock.startedAt),
  due: instant(clock.dueAt),
  met: instant(clock.doneAt),
  zone: clock.zone,
  pausedReason: clock.pause && unsealValue(key, pausePlace(clock.pause.id), clock.pause.sealedReason),
});

import type { DateBounds } from "@consilium/clinical";
import { dayIn } from "@consilium/foundation";
import { useNow, useTimeZone } from "use-intl";
import { useIntake } from "./intake-context.ts";

/** Between the patient's birth and today, where the reader is. */
export function useBounds(): DateBounds {
  const zone = useTimeZone() ?? "UTC";
  const now = useNow({ updateInterval: 60_000 });
  const { intake } = useIntake();
  return { born: intake.patient.born, today: dayIn(zone, now) };
}

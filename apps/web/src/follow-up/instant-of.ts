import { instantIn } from "@consilium/foundation";

/** Of a field for a day and a time (`2026-12-01T09:30`), on the clocks of a zone. Undefined: it is not filled in. */
export function instantOf(value: string, zone: string): Date | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(value) ?? [];
  return day !== undefined && time !== undefined ? instantIn(zone, day, time) : undefined;
}

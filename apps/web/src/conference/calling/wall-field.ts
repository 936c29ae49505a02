import { dayIn } from "@consilium/foundation";

/** A moment on the clocks of a zone, as a field for a day and a time holds it: `2026-12-01T09:30`. */
export function fieldOf(at: Date, zone: string): string {
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${dayIn(zone, at)}T${clock.format(at)}`;
}

const quarter = 15 * 60_000;

/** What is offered first: the next quarter of an hour that leaves time to come. */
export const nextQuarter = (now: Date): Date =>
  new Date(Math.ceil((now.getTime() + quarter) / quarter) * quarter);

import { dayAt, dayIn, instantIn } from "@consilium/foundation";

/** Days until an answer is due, as they are offered. */
export const spans = ["3", "7", "14"] as const;
export type Span = (typeof spans)[number];

/** The end of a working day so many days from now, where the reader is. `zone`: an IANA zone. */
export const dueIn = (now: Date, days: number, zone: string): Date =>
  instantIn(zone, dayAt(dayIn(zone, now), days), "17:00");

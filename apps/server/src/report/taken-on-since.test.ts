import { expect, test } from "vitest";
import { takenOnSince } from "./taken-on-since.ts";

const signedAt = new Date("2026-11-24T12:00:00.000Z");
const finding = (raised: string, acknowledged: string | null) => ({
  raisedAt: new Date(`2026-11-24T${raised}:00.000Z`),
  acknowledgedAt: acknowledged === null ? null : new Date(`2026-11-24T${acknowledged}:00.000Z`),
  acknowledgedBy: acknowledged && "referrer",
});

test("only what was raised before the signature and taken on after it is told", () => {
  const before = finding("10:00", "10:30");
  const since = finding("11:30", "12:10");
  const waits = finding("11:40", null);
  const later = finding("13:00", "13:05");
  expect(takenOnSince([before, since, waits, later], signedAt)).toEqual([
    { raised: "2026-11-24T11:30:00.000Z", by: "referrer", at: "2026-11-24T12:10:00.000Z" },
  ]);
});

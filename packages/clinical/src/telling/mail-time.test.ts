import { expect, test } from "vitest";
import { mailTime } from "./mail-time.ts";
import { notificationKinds, tellingWay } from "./notification-kinds.ts";

const zone = "Europe/Stockholm";
const quiet = { from: "22:00", to: "07:00" };
const when = (at: string, way: "mail" | "daily" | "app" | "none", kind: "record-asked" | "urgent-raised") =>
  mailTime(kind, way, new Date(at), zone, quiet)?.toISOString();

test("outside the quiet hours a mail leaves at once, within them at their end, on either side of midnight", () => {
  expect(when("2026-11-29T20:59:00Z", "mail", "record-asked")).toBe("2026-11-29T20:59:00.000Z");
  expect(when("2026-11-29T21:00:00Z", "mail", "record-asked")).toBe("2026-11-30T06:00:00.000Z");
  expect(when("2026-11-30T05:59:00Z", "mail", "record-asked")).toBe("2026-11-30T06:00:00.000Z");
  expect(when("2026-11-30T06:00:00Z", "mail", "record-asked")).toBe("2026-11-30T06:00:00.000Z");
});

test("what is urgent does not wait for the morning", () => {
  expect(when("2026-11-29T23:00:00Z", "mail", "urgent-raised")).toBe("2026-11-29T23:00:00.000Z");
});

test("the quiet hours are those of the reader's clocks, also in the night in which these change", () => {
  // On 29 March 2026 summer begins: 07:00 is 05:00 UTC that morning.
  expect(when("2026-03-28T23:00:00Z", "mail", "record-asked")).toBe("2026-03-29T05:00:00.000Z");
});

test("the daily mail leaves at eight, the next day once it is past, and later where that is quiet", () => {
  expect(when("2026-11-29T06:30:00Z", "daily", "record-asked")).toBe("2026-11-29T07:00:00.000Z");
  expect(when("2026-11-29T07:00:00Z", "daily", "record-asked")).toBe("2026-11-30T07:00:00.000Z");
  const late = { from: "23:00", to: "09:30" };
  const at = mailTime("record-asked", "daily", new Date("2026-11-29T06:30:00Z"), zone, late);
  expect(at?.toISOString()).toBe("2026-11-29T08:30:00.000Z");
});

test("quiet hours within one day, and none", () => {
  const at = new Date("2026-11-29T12:30:00Z");
  const noon = { from: "13:00", to: "14:00" };
  expect(mailTime("record-asked", "mail", at, zone, noon)?.toISOString()).toBe("2026-11-29T13:00:00.000Z");
  expect(mailTime("record-asked", "mail", at, zone, { from: "13:00", to: "13:00" })).toEqual(at);
  expect(mailTime("record-asked", "mail", at, zone, null)).toEqual(at);
});

test("who wants no mail gets none, and nobody can turn off what is urgent", () => {
  expect(when("2026-11-29T12:00:00Z", "app", "record-asked")).toBeUndefined();
  expect(when("2026-11-29T12:00:00Z", "none", "record-asked")).toBeUndefined();
  const nothing = Object.fromEntries(notificationKinds.map((kind) => [kind, "none" as const]));
  expect(notificationKinds.filter((kind) => tellingWay(kind, nothing) !== "none")).toEqual([
    "urgent-raised",
    "urgent-escalated",
  ]);
  expect(tellingWay("record-asked", {})).toBe("mail");
});

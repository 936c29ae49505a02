import { expect, test } from "vitest";
import { instantOf } from "../../follow-up/instant-of.ts";
import { fieldOf, nextQuarter } from "./wall-field.ts";

test("a moment stands in the field on the reader's clock, and comes back as the same moment", () => {
  const at = new Date("2026-11-30T23:05:00.000Z");
  expect(fieldOf(at, "Europe/Stockholm")).toBe("2026-12-01T00:05");
  expect(fieldOf(at, "America/New_York")).toBe("2026-11-30T18:05");
  expect(instantOf(fieldOf(at, "Asia/Kolkata"), "Asia/Kolkata")).toEqual(at);
});

test("the first time that is offered is a quarter of an hour that has not come yet", () => {
  expect(nextQuarter(new Date("2026-11-30T12:00:00.000Z"))).toEqual(new Date("2026-11-30T12:15:00.000Z"));
  expect(nextQuarter(new Date("2026-11-30T12:01:00.000Z"))).toEqual(new Date("2026-11-30T12:30:00.000Z"));
});

import { expect, test } from "vitest";
import { sayable } from "./use-attempt.ts";

test("a refusal that has words of its own is said by them, and any other asks to try again", () => {
  const reasons = ["no-right", "not-all-agreed", "not-asked", "cannot-record", "failed"] as const;
  expect(reasons.map(sayable)).toEqual(["no-right", "not-all-agreed", "not-asked", "cannot-record", "other"]);
});

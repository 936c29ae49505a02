import { expect, test } from "vitest";
import { wayBack } from "./way-back.ts";

test("after signing in one is where one wanted to go", () => {
  expect(wayBack("/cases/01ABC/opinion/assessment?seat=2#p")).toBe(
    "/cases/01ABC/opinion/assessment?seat=2#p",
  );
});

test("a link cannot lead to another site, nor back to sign-in", () => {
  for (const to of [
    undefined,
    "",
    "https://evil.test",
    "//evil.test/cases",
    "/\\evil.test",
    "javascript:alert(1)",
    "/sign-in?to=/sign-in",
  ]) {
    expect(wayBack(to)).toBe("/cases");
  }
});

import { expect, test } from "vitest";
import { faultOf } from "./device-fault.ts";

test.each([
  ["NotAllowedError", "not-allowed"],
  ["SecurityError", "not-allowed"],
  ["NotFoundError", "none"],
  ["OverconstrainedError", "none"],
  ["NotReadableError", "in-use"],
  ["AbortError", "in-use"],
  ["UnknownError", "failed"],
] as const)("%s is said as %s", (name, fault) => {
  expect(faultOf(new DOMException("", name))).toBe(fault);
});

test("where the browser has no devices to ask for, the page is not secure", () => {
  expect(faultOf(new TypeError("Cannot read properties of undefined (reading 'getUserMedia')"))).toBe(
    "not-secure",
  );
  expect(faultOf("something else")).toBe("failed");
});

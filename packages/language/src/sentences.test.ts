import { expect, test } from "vitest";
import { createSentences } from "./sentences.ts";

const sentences = createSentences("en", "Europe/Stockholm");

test("a refusal names what stands in the way", () => {
  expect(sentences("refusal.several-patients", { patients: 3 })).toBe(
    "The file holds 3 patients. A case is about one.",
  );
  expect(sentences("refusal.not-xml", { line: 1200 })).toBe(
    "The file is XML with a fault in line 1,200. Nothing was read.",
  );
});

test("a missing parameter throws instead of reaching a person", () => {
  // @ts-expect-error The parameter is missing on purpose.
  expect(() => sentences("refusal.several-patients")).toThrow("patients");
});

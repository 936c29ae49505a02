import { importLimits, xmlLimits } from "@consilium/interchange";
import { createSentences } from "@consilium/language";
import { expect, test } from "vitest";
import { largestFile, readEnd } from "./import-file.ts";

test("a refusal hands on the server's sentence", () => {
  const answer = JSON.stringify({ refusal: "truncated", sentence: "The file ends too early." });
  expect(readEnd(422, answer)).toEqual({ end: "refused", sentence: "The file ends too early." });
});

test("an opened case says what was not understood", () => {
  const opened = {
    id: "01KDVDNA00TN9P6MHT5FWG4VEP",
    records: 10,
    prefilled: false,
    notUnderstood: [{ type: "Claim", part: null, gap: "billing", count: 17, ids: [] }],
  };
  expect(readEnd(201, JSON.stringify(opened))).toEqual({ end: "opened", opened });
});

test("an answer of something in between is no refusal of ours", () => {
  expect(readEnd(502, "<html>Bad gateway</html>")).toEqual({ end: "unreachable" });
  expect(readEnd(201, "{}")).toEqual({ end: "unreachable" });
});

test("what may be chosen is what the server reads, and both are said where a file is larger", () => {
  expect(largestFile).toBe(importLimits.bytes);
  const said = createSentences("en", "UTC")("delivery.outcome.records-too-large");
  for (const { bytes } of [importLimits, xmlLimits]) expect(said).toContain(`${bytes / 2 ** 20} MiB`);
});

import { expect, test } from "vitest";
import { readEnd } from "./import-file.ts";

test("a refusal hands on the server's sentence", () => {
  const answer = JSON.stringify({ refusal: "truncated", sentence: "The file ends too early." });
  expect(readEnd(422, answer)).toEqual({ end: "refused", sentence: "The file ends too early." });
});

test("an opened case says what was not understood", () => {
  const opened = {
    id: "01KDVDNA00TN9P6MHT5FWG4VEP",
    records: 10,
    notUnderstood: [{ type: "Claim", part: null, gap: "billing", count: 17, ids: [] }],
  };
  expect(readEnd(201, JSON.stringify(opened))).toEqual({ end: "opened", opened });
});

test("an answer of something in between is no refusal of ours", () => {
  expect(readEnd(502, "<html>Bad gateway</html>")).toEqual({ end: "unreachable" });
  expect(readEnd(201, "{}")).toEqual({ end: "unreachable" });
});

import { expect, test } from "vitest";
import { standingLines } from "./report-standing.ts";

const report = {
  n: 2,
  digest: "7f3a91c04be2".padEnd(64, "0"),
  json: "report/2.json",
  pdf: "report/2.pdf",
  fhir: "report/2.fhir.json",
  html: "report/2.html",
};
const since = { changedAt: "2026-11-28T09:00:00.000Z", check: "https://consilium.test/v/7f3a-91c0-4be2" };

test.for([
  ["current", { check: since.check, changedAt: null }, "stood when it was taken along."],
  ["superseded", since, 'had been corrected on "2026-11-28T09:00:00.000Z". This version no longer stands.'],
  ["retracted", since, 'had been retracted on "2026-11-28T09:00:00.000Z". Do not rely on it.'],
] as const)("of a report that was %s it says so, and where to ask today", ([state, rest, said]) => {
  expect(standingLines({ ...report, state, ...rest })).toEqual([
    `Report 2, 7f3a-91c0-4be2: ${said}`,
    '  Whether it stands today: "https://consilium.test/v/7f3a-91c0-4be2"',
  ]);
});

test("of an export of before that it says what is known, and the code to ask by", () => {
  expect(standingLines({ ...report, state: "retracted" })).toEqual([
    "Report 2, 7f3a-91c0-4be2: had been retracted. Do not rely on it.",
    "  Whether it stands today: ask where it was taken from, by its code 7f3a-91c0-4be2.",
  ]);
});

test("words that a manifest should not have are shown, and write over nothing", () => {
  const lines = standingLines({ ...report, state: "\u001b[2Kcurrent", check: "\r\u001b[1A" }).join("\n");
  expect(lines).not.toContain("\u001b");
  expect(lines).toContain(String.raw`the state "\u001b[2Kcurrent"`);
});

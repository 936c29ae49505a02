import { createSentences } from "@consilium/language";
import { expect, test } from "vitest";
import { waitAfter } from "./back-off.ts";
import type { Outcome } from "./delivery-api.ts";
import { byReason, countKinds, resultOf } from "./result-words.ts";
import { sendFailure } from "./send-failure.ts";
import { roughly, secondsLeft, withSample } from "./time-left.ts";

const t = createSentences("en", "UTC");

const outcome = (path: string, is: Outcome["is"], reason: Outcome["reason"] = null): Outcome => ({
  path,
  bytes: 1,
  is,
  reason,
  records: [],
});

test("records are counted by kind in a reader's order; what this seat does not see is a record all the same", () => {
  const records = [
    { id: "lab", kind: "laboratory" },
    { id: "ct", kind: "imaging-study" },
    { id: "mr", kind: "imaging-study" },
  ] as const;
  expect(countKinds(["lab", "ct", "hidden", "mr"], records)).toEqual([
    { kind: "imaging-study", count: 2 },
    { kind: "laboratory", count: 1 },
    { kind: "other", count: 1 },
  ]);
});

test("a result is said in one sentence", () => {
  const records = [
    t("delivery.kinds.imaging-study", { count: 3 }),
    t("delivery.kinds.document", { count: 2 }),
    t("delivery.kinds.laboratory", { count: 14 }),
  ];
  const list = new Intl.ListFormat("en-GB").format(records);
  expect(t("delivery.became", { files: 380, records: list })).toBe(
    "380 files became 3 studies, 2 documents and 14 laboratory series.",
  );
  expect(t("delivery.notRead", { count: 2 })).toBe("2 files could not be read.");
  expect(t("delivery.becameNothing", { files: 1 })).toBe("The file could not be read.");
  expect(t("delivery.becameNothing", { files: 4 })).toBe("None of the 4 files could be read.");
});

const missingOf = (named: number, missing: number) =>
  t("delivery.missingImages", { study: "CT chest, 1 series", named, missing });

test("what a disc's index names and what did not come is one sentence a study", () => {
  expect(missingOf(9, 4)).toMatch(
    /^CT chest, 1 series: 4 of 9 images that the index of the disc names did not come\. /,
  );
  expect(missingOf(1, 1)).toContain(": 1 of 1 image that");
});

test("the question names both people, and whose case it is asked", () => {
  const people = new Intl.ListFormat("en-GB").format([
    t("delivery.bornIn", { name: "Mara Lind", year: "1961" }),
    t("delivery.bornIn", { name: "Jonas Weber", year: "1958" }),
  ]);
  expect(t("delivery.question", { count: 2, people })).toBe(
    "Two people are in these files: Mara Lind, born 1961 and Jonas Weber, born 1958. Whose case is this?",
  );
});

test("a delivery of nothing but duplicates is not called unreadable", () => {
  const none = { records: [], notRead: 0 };
  expect(resultOf(none, [outcome("a", "duplicate")])).toBe("known");
  expect(resultOf({ records: [], notRead: 1 }, [outcome("a", "duplicate"), outcome("b", "not-read")])).toBe(
    "nothing",
  );
  expect(resultOf({ records: ["r"], notRead: 1 }, undefined)).toBe("became");
});

test("what could not be read is grouped by its reason; kept files are not among it", () => {
  const groups = byReason([
    outcome("a", "not-read", "damaged"),
    outcome("b", "kept", "scripts-not-run"),
    outcome("c", "not-read"),
    outcome("d", "not-read", "damaged"),
  ]);
  expect([...groups].map(([reason, files]) => [reason, files.map(({ path }) => path)])).toEqual([
    ["damaged", ["a", "d"]],
    ["unknown", ["c"]],
  ]);
});

test("what was read and is not whole is told with its reason too, and what is whole is not", () => {
  const kept = byReason(
    [outcome("a", "kept", "dicom-cut-short"), outcome("b", "kept"), outcome("c", "not-read", "damaged")],
    "kept",
  );
  expect([...kept].map(([reason, files]) => [reason, files.map(({ path }) => path)])).toEqual([
    ["dicom-cut-short", ["a"]],
  ]);
});

test("time left is told by the last half minute, and not before there is something to tell by", () => {
  expect(secondsLeft([{ at: 0, sent: 0 }], 100)).toBeUndefined();
  expect(
    secondsLeft(
      [
        { at: 0, sent: 0 },
        { at: 10_000, sent: 0 },
      ],
      100,
    ),
  ).toBeUndefined();
  expect(
    secondsLeft(
      [
        { at: 0, sent: 0 },
        { at: 10_000, sent: 50 },
      ],
      100,
    ),
  ).toBe(20);
  const samples = withSample(
    [
      { at: 0, sent: 0 },
      { at: 20_000, sent: 10 },
    ],
    { at: 40_000, sent: 90 },
  );
  expect(samples).toEqual([
    { at: 20_000, sent: 10 },
    { at: 40_000, sent: 90 },
  ]);
  expect(withSample(samples, { at: 41_000, sent: 5 })).toEqual([{ at: 41_000, sent: 5 }]);
});

test("time is said as people say it", () => {
  expect(roughly(20)).toEqual({ unit: "moment" });
  expect(roughly(60)).toEqual({ unit: "minutes", count: 1 });
  expect(roughly(250)).toEqual({ unit: "minutes", count: 4 });
  expect(roughly(7_300)).toEqual({ unit: "hours", count: 2 });
});

test("it waits longer after each try without an answer, half a minute at most", () => {
  expect([1, 2, 3, 6, 50].map(waitAfter)).toEqual([1_000, 2_000, 4_000, 30_000, 30_000]);
});

test("only a refusal of the server stops a delivery; silence, busy servers and lost uploads do not", () => {
  for (const status of [0, 409, 423, 429, 500, 502, 503])
    expect(sendFailure(status, "")).toEqual({ why: "no-answer" });
  expect(sendFailure(404, "")).toEqual({ why: "gone" });
  expect(sendFailure(404, '{"refusal":"no-such-file","sentence":"Gone."}')).toEqual({ why: "gone" });
  expect(sendFailure(404, '{"refusal":"no-such-delivery","sentence":"No."}')).toEqual({
    why: "refused",
    sentence: "No.",
  });
  expect(sendFailure(413, "Maximum size exceeded")).toEqual({ why: "too-large" });
  expect(sendFailure(401, "")).toEqual({ why: "signed-out" });
  expect(sendFailure(403, '{"refusal":"no-right","sentence":"Your part has ended."}')).toEqual({
    why: "refused",
    sentence: "Your part has ended.",
  });
  expect(sendFailure(403, "<html>")).toEqual({ why: "refused", sentence: null });
});

import { expect, test } from "vitest";
import type { Addendum } from "../addendum.ts";
import { buildReport } from "../build-report.ts";
import { idOf, sampleInput } from "../testing/index.ts";
import { layOut } from "./lay-out.ts";

const report = buildReport(sampleInput);
const [signer] = report.signers;
if (!signer) throw new Error("Nobody signed");

const addendum: Addendum = {
  form: "addendum/1",
  language: "en-GB",
  zone: report.zone,
  case: report.case,
  document: "addendum.1",
  sequence: 3,
  report: { version: 1, digest: "ab".repeat(32) },
  signedAt: "2026-11-29T12:00:00.000Z",
  signer,
  statement: "Mine.",
  text: [
    {
      type: "list",
      start: null,
      items: [[{ type: "paragraph", content: [{ type: "place", letter: "A", words: "the letter" }] }]],
    },
  ],
  places: [
    { letter: "A", words: "page 2", quote: null, record: report.records[0]?.id ?? "", keyImage: null },
  ],
};
const printing = { digest: "cd".repeat(32), checkAddress: "consilium.test/v/", reader: "clinician" } as const;
const added = { addendum, digest: "ef".repeat(32) };

test("what was added stands behind the signing, each with a number, its own letters and its digest; the rest stays", () => {
  const before = layOut(report, printing);
  const after = layOut(report, { ...printing, addenda: [added, added] });
  expect(before.notice).toBeNull();
  expect(after.notice).toContain("2 addenda were signed since");
  expect(after.parts.slice(0, -1)).toEqual(before.parts);
  const part = after.parts.at(-1);
  expect([part?.id, part?.title]).toEqual(["addenda", "Added since"]);
  const words = JSON.stringify(part);
  for (const said of ["1. Dr Ingrid Hallström", '"1A"', "2. Dr Ingrid Hallström", '"2A"', added.digest])
    expect(words).toContain(said);
  expect(words).not.toContain('"letter":"A"');
});

test("a picture that could not be drawn is named with its letter and why", () => {
  const evidence = idOf("ct 87");
  const input = {
    ...sampleInput,
    imagesLeftOut: [{ evidence, words: "slice 87", because: "its file is damaged" }],
  };
  const left = buildReport(input);
  const letter = left.keyImages[0]?.letter;
  expect(left.imagesLeftOut).toEqual([{ words: "slice 87", because: "its file is damaged", letter }]);
  const images = layOut(left, printing).parts.find(({ id }) => id === "images");
  expect(images?.blocks.map(({ type }) => type)).toEqual(["figure", "note"]);
  expect(JSON.stringify(images)).toContain("slice 87 is not shown here: its file is damaged");
});

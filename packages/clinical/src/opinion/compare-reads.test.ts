import { expect, test } from "vitest";
import { compareReads } from "./compare-reads.ts";
import type { OpinionContent, OpinionItem } from "./opinion-content.ts";

const item = (id: string, kind: string, fields: OpinionItem["fields"], rank = id): OpinionItem => ({
  id,
  kind,
  rank,
  fields,
});
const content = (
  items: readonly OpinionItem[],
  sections: OpinionContent["sections"] = {},
): OpinionContent => ({
  items,
  sections,
});

test("findings of the same place and modality stand beside each other, whatever letters they are written in", () => {
  const own = content([
    item("a", "finding", { site: " l4/L5 ", modality: "mri", text: "The root is pressed." }),
  ]);
  const lead = content([
    item("b", "finding", {
      site: "L4/L5",
      modality: "MRI",
      text: "Stenosis.",
      first: "Normal",
      difference: "major",
      consequence: "Operate",
    }),
  ]);
  expect(compareReads(own, lead, []).findings).toEqual([
    {
      id: "b",
      of: "L4/L5, MRI",
      own: "The root is pressed.",
      lead: "Stenosis.",
      first: "Normal",
      difference: "major",
      consequence: "Operate",
    },
  ]);
});

test("another place, another modality, or a place that nobody named stands alone, first the lead's", () => {
  const own = content([
    item("a", "finding", { site: "L4", modality: "CT", text: "One." }),
    item("b", "finding", { text: "Two." }),
  ]);
  const lead = content([
    item("d", "finding", { text: "Four." }, "2"),
    item("c", "finding", { site: "L4", modality: "MRI", text: "Three." }, "1"),
  ]);
  expect(compareReads(own, lead, []).findings.map((one) => [one.own, one.lead, one.difference])).toEqual([
    [null, "Three.", null],
    [null, "Four.", null],
    ["One.", null, null],
    ["Two.", null, null],
  ]);
});

test("each finding stands beside one other at most", () => {
  const at = { site: "L4", modality: "MRI" };
  const own = content([item("a", "finding", { ...at, text: "One." })]);
  const lead = content([
    item("b", "finding", { ...at, text: "Two." }),
    item("c", "finding", { ...at, text: "Three." }),
  ]);
  expect(compareReads(own, lead, []).findings.map((one) => [one.own, one.lead])).toEqual([
    ["One.", "Two."],
    [null, "Three."],
  ]);
});

test("answers stand by their question, and a question that neither answered is left out", () => {
  const own = content([item("a", "answer", { question: "q1", text: "Yes." })]);
  const lead = content([
    item("b", "answer", { question: "q1", text: "", cannot: "No films." }),
    item("c", "answer", { question: "q3", text: "Wait." }),
  ]);
  expect(compareReads(own, lead, ["q1", "q2", "q3"]).answers).toEqual([
    { question: "q1", own: "Yes.", lead: "No films." },
    { question: "q3", own: null, lead: "Wait." },
  ]);
});

test("sections that one of them wrote are shown, in their order", () => {
  const own = content([], { assessment: "A root.", question: "Decompress." });
  const lead = content([], { question: " ", limitations: "No films." });
  expect(compareReads(own, lead, []).sections).toEqual([
    { section: "question", own: "Decompress.", lead: null },
    { section: "assessment", own: "A root.", lead: null },
    { section: "limitations", own: null, lead: "No films." },
  ]);
});

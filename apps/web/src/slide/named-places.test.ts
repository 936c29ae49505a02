import { expect, test } from "vitest";
import { slideRecord, testRecord } from "../record/testing-records.ts";
import { namedPlaces } from "./named-places.ts";

const slide = slideRecord("01K00000000000000000000009");
const report = {
  ...testRecord("01K00000000000000000000001", "pathology", {
    blocks: [],
    fields: [],
    places: [
      {
        id: "vein",
        label: "vein with tumour",
        at: { kind: "slide-region", slide: "B2", xywh: [1, 2, 3, 4] },
        measure: null,
      },
      {
        id: "glands",
        label: "glands",
        at: { kind: "slide-region", slide: "B3", xywh: [1, 2, 3, 4] },
        measure: null,
      },
      { id: "other", label: "a ring", at: { kind: "named" }, measure: null },
    ],
    accession: null,
    specimenBlocks: [],
    slideCount: null,
    scanner: null,
  }),
  added: "2026-11-20T10:00:00.000Z",
  by: "01K00000000000000000000002",
  replaces: [],
};

test("a slide has the places that the report of its laboratory names on it, and no others", () => {
  if (slide.kind !== "slide") throw new Error("no slide");
  expect(namedPlaces([report], slide)).toEqual([
    { id: "vein", label: "vein with tumour", box: [1, 2, 3, 4] },
  ]);
  expect(namedPlaces([report], { ...slide, source: "Elsewhere" })).toEqual([]);
  expect(namedPlaces([report], { ...slide, content: { ...slide.content, label: null } })).toEqual([]);
});

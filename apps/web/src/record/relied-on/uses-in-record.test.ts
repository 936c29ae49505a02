import {
  type EvidenceUse,
  type ImageMark,
  makeRecordTextAnchor,
  type PageAnchor,
  type Rectangle,
} from "@consilium/workspace";
import { expect, test } from "vitest";
import { threadWith } from "../../thread/testing-thread.ts";
import { listMarks } from "../annotation-list/listed-marks.ts";
import { openRecord, placeInRecord } from "../record-places.ts";
import { imageOn, study, testRecord } from "../testing-records.ts";
import { lostLinks } from "./lost-links.ts";
import { usesInRecord, usesOfPlace } from "./uses-in-record.ts";

const noteId = "01K00000000000000000000001";
const formerId = "01K00000000000000000000002";
const studyId = "01K00000000000000000000003";
const paperId = "01K00000000000000000000004";
const goneId = "01K00000000000000000000005";

const content = {
  blocks: [{ type: "paragraph", text: "The lesion touches the right hepatic vein." }],
  pages: null,
};
const note = openRecord(testRecord(noteId, "note", content), "a".repeat(64), [formerId]);
const ct = openRecord(study(studyId), "c".repeat(64));
const fileDigest = "d".repeat(64);
const paper = openRecord(
  testRecord(paperId, "document", {
    file: { id: "file", name: "letter.pdf", mediaType: "application/pdf", bytes: 1, sha256: fileDigest },
    pages: 3,
    hasText: true,
  }),
  "e".repeat(64),
);

function anchorOn(words: string, record = noteId) {
  const start = note.text.indexOf(words);
  const made = makeRecordTextAnchor({ ...note, id: record }, start, start + words.length);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const pageAnchor = (page: number, rectangle: Rectangle): PageAnchor => ({
  kind: "page",
  record: paperId,
  sha256: fileDigest,
  page,
  rectangles: [rectangle],
  quote: null,
});

type Anchor = NonNullable<EvidenceUse["evidence"]>["anchor"];

const useOf = (id: string, anchor: Anchor | undefined): EvidenceUse => ({
  key: id,
  id,
  evidence: anchor && { anchor, label: "CT abdomen" },
  section: "findings",
  where: { section: "findings" },
  span: { start: 0, end: 10, at: 9 },
  sentence: "It grew.",
});

const idsOf = (uses: readonly EvidenceUse[]) => uses.map(({ id }) => id);

test("a record knows the sentences that rely on it, also on what it was before, and no others", () => {
  const uses = [
    useOf("now", anchorOn("lesion")),
    useOf("before", anchorOn("vein", formerId)),
    useOf("elsewhere", anchorOn("vein", goneId)),
    useOf("nowhere", undefined),
  ];
  expect(usesInRecord(note, uses).map(({ use, place }) => [use.id, place.is])).toEqual([
    ["now", "stretch"],
    ["before", "stretch"],
  ]);
});

test("a mark has the sentences that rely on its own words, or on some of them", () => {
  const uses = usesInRecord(note, [useOf("lesion", anchorOn("The lesion")), useOf("vein", anchorOn("vein"))]);
  const ofWords = (words: string) => idsOf(usesOfPlace(uses, placeInRecord(note, anchorOn(words))));
  expect(ofWords("lesion touches")).toEqual(["lesion"]);
  expect(ofWords("right")).toEqual([]);
  expect(usesOfPlace(uses, undefined)).toEqual([]);
});

const mark = (x: number): ImageMark => ({
  tool: "length",
  points: [
    [x, 0, 0],
    [x, 9, 0],
  ],
  space: { is: "pixels" },
  unit: "px",
  says: "9 px",
});

test("what was drawn has the sentences that rely on it, and not those of another drawing on the picture", () => {
  const uses = usesInRecord(ct, [useOf("drawn", imageOn(studyId, "1.2.3", "1.2.3.1", mark(1)))]);
  const ofMark = (x: number) =>
    idsOf(usesOfPlace(uses, placeInRecord(ct, imageOn(studyId, "1.2.3", "1.2.3.1", mark(x)))));
  expect(ofMark(1)).toEqual(["drawn"]);
  expect(ofMark(2)).toEqual([]);
});

test("regions of a page have a sentence together where they lie over each other on the same page", () => {
  const uses = usesInRecord(paper, [useOf("region", pageAnchor(2, [0.1, 0.1, 0.3, 0.1]))]);
  const ofPage = (page: number, rectangle: Rectangle) =>
    idsOf(usesOfPlace(uses, placeInRecord(paper, pageAnchor(page, rectangle))));
  expect(ofPage(2, [0.3, 0.15, 0.3, 0.1])).toEqual(["region"]);
  expect(ofPage(2, [0.3, 0.3, 0.3, 0.1])).toEqual([]);
  expect(ofPage(1, [0.1, 0.1, 0.3, 0.1])).toEqual([]);
});

test("the list of marks names the sentences of each", () => {
  const threads = [
    threadWith({ key: "a", id: "a", anchor: anchorOn("lesion") }),
    threadWith({ key: "b", id: "b", anchor: anchorOn("hepatic") }),
  ];
  const marks = listMarks([note], threads, () => undefined, [useOf("lesion", anchorOn("lesion"))]);
  expect(marks.map(({ thread, reliedOn }) => [thread.key, idsOf(reliedOn)])).toEqual([
    ["a", ["lesion"]],
    ["b", []],
  ]);
});

test("a link whose record is gone, or has the place no longer, is told as lost", () => {
  const lost = {
    ...anchorOn("vein"),
    quote: { exact: "spleen", prefix: "", suffix: "" },
    sha256: "9".repeat(64),
  };
  const label = "CT abdomen";
  const found = lostLinks(
    new Map([
      ["found", { anchor: anchorOn("vein", formerId), label }],
      ["lost", { anchor: lost, label }],
      ["gone", { anchor: anchorOn("vein", goneId), label }],
      ["unnamed", { anchor: { kind: "record-place", record: noteId, place: "p1" }, label }],
      ["series", { anchor: imageOn(studyId, "9.9", "9.9.1"), label }],
    ] as const),
    [note, ct],
  );
  expect([...found]).toEqual([
    ["lost", "place"],
    ["gone", "record"],
    ["unnamed", "place"],
    ["series", "place"],
  ]);
});

test("a mark on a page of what the record was before leads to that version, and a sentence may rely on it", () => {
  const before = testRecord(formerId, "document", {
    file: { id: "old", name: "letter.pdf", mediaType: "application/pdf", bytes: 1, sha256: "8".repeat(64) },
    pages: 3,
    hasText: true,
  });
  const now = openRecord(paper.filed, "e".repeat(64), [formerId], [before]);
  const old = { ...pageAnchor(2, [0.1, 0.1, 0.3, 0.1]), record: formerId, sha256: "8".repeat(64) };
  const place = placeInRecord(now, old);
  expect(place).toMatchObject({
    is: "earlier",
    version: { id: formerId },
    anchor: { record: formerId, page: 2 },
  });
  expect(idsOf(usesOfPlace(usesInRecord(now, [useOf("old", old)]), place))).toEqual(["old"]);
  expect(lostLinks(new Map([["old", { anchor: old, label: "Letter, p. 2" }]]), [now]).size).toBe(0);
  const [listed] = listMarks([now], [threadWith({ key: "a", id: "a", anchor: old })], () => undefined);
  expect([listed?.orphaned, listed?.earlier?.id]).toEqual([undefined, formerId]);
  // Without that version the place is gone.
  const alone = openRecord(paper.filed, "e".repeat(64), [formerId]);
  expect(placeInRecord(alone, old)).toEqual({ is: "lost", words: "" });
});

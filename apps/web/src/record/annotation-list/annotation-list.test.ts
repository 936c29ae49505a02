import { makeRecordTextAnchor, type RootKind, type Thread } from "@consilium/workspace";
import { expect, test } from "vitest";
import { threadWith } from "../../thread/testing-thread.ts";
import { openRecord } from "../record-places.ts";
import { imageOn, study, testRecord } from "../testing-records.ts";
import { rowFrom } from "./list-keys.ts";
import { groupMarks, listMarks } from "./listed-marks.ts";
import { countMarks, everyOpen, type MarkFilter, passes, toggled } from "./mark-filter.ts";

const noteId = "01K00000000000000000000001";
const olderId = "01K00000000000000000000002";
const studyId = "01K00000000000000000000003";
const formerId = "01K00000000000000000000004";
const goneId = "01K00000000000000000000005";

const content = {
  blocks: [{ type: "paragraph", text: "The lesion touches the right hepatic vein." }],
  pages: null,
};
const note = openRecord(testRecord(noteId, "note", content), "a".repeat(64), [formerId]);
const older = openRecord(
  testRecord(olderId, "note", content, { title: "Letter", date: "2025-01-09" }),
  "b".repeat(64),
);
const ct = openRecord(study(studyId), "c".repeat(64));
const records = [older, ct, note];

function anchorOn(words: string, record = noteId) {
  const start = note.text.indexOf(words);
  const made = makeRecordTextAnchor({ ...note, id: record }, start, start + words.length);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const at = (key: string, anchor: Thread["anchor"], day = "20") =>
  threadWith({ key, id: key, anchor, created: `2026-11-${day}T10:00:00.000Z` });

const noPicture = () => undefined;

test("marks stand by record, the newest record first, and in each the newest mark first", () => {
  const threads = [
    at("old", anchorOn("lesion", olderId), "23"),
    at("first", anchorOn("vein"), "20"),
    at("last", anchorOn("hepatic"), "22"),
    at("drawn", imageOn(studyId, "1.2.3", "1.2.3.1"), "21"),
  ];
  const { groups, orphaned } = groupMarks(listMarks(records, threads, noPicture));
  expect(groups.map(({ record, marks }) => [record.id, marks.map(({ thread }) => thread.key)])).toEqual([
    [noteId, ["last", "first"]],
    [studyId, ["drawn"]],
    [olderId, ["old"]],
  ]);
  expect(orphaned).toEqual([]);
});

test("a mark made before its record was filed anew stands with the new one", () => {
  const [mark] = listMarks(records, [at("a", anchorOn("vein", formerId))], noPicture);
  expect(mark?.record?.id).toBe(noteId);
  expect(mark?.orphaned).toBeUndefined();
});

test("what has lost its place, its record or never said one is told as such and not dropped", () => {
  const lost = { ...anchorOn("vein"), quote: { exact: "spleen", prefix: "", suffix: "" }, start: 0, end: 6 };
  const threads = [
    at("lost", lost, "20"),
    at("gone", anchorOn("vein", goneId), "21"),
    at("unknown", undefined, "22"),
    at("series", imageOn(studyId, "9.9", "9.9.1"), "23"),
    at("place", { kind: "record-place", record: noteId, place: "p1" }, "24"),
  ];
  const { groups, orphaned } = groupMarks(listMarks(records, threads, noPicture));
  expect(groups).toEqual([]);
  expect(orphaned.map((mark) => [mark.thread.key, mark.orphaned, mark.record?.id])).toEqual([
    ["place", "place-lost", noteId],
    ["series", "place-lost", studyId],
    ["unknown", "place-unknown", undefined],
    ["gone", "record-gone", undefined],
    ["lost", "place-lost", noteId],
  ]);
});

test("a picture that its series no longer has is lost; while the series is not known it is not", () => {
  const threads = [at("a", imageOn(studyId, "1.2.3", "1.2.3.1"))];
  expect(listMarks(records, threads, () => null)[0]?.orphaned).toBe("place-lost");
  expect(listMarks(records, threads, noPicture)[0]?.orphaned).toBeUndefined();
  const picture = { is: "slice", number: 142 } as const;
  expect(listMarks(records, threads, () => picture)[0]?.picture).toEqual(picture);
});

const said = (by: string, kind: RootKind, isOpen = true) =>
  threadWith({ by, kind, state: isOpen ? { is: "open" } : { is: "answered", by: "x", at: "2026-11-23" } });
const marks = [
  said("ingrid", "comment"),
  said("ingrid", "measure"),
  said("tomasz", "measure"),
  said("tomasz", "question", false),
];

const shown = (filter: MarkFilter) => marks.filter((mark) => passes(filter, mark)).length;

test("filters narrow by author, kind and state together; an empty choice lets all through", () => {
  expect(shown(everyOpen)).toBe(3);
  expect(shown({ ...everyOpen, authors: ["ingrid", "tomasz"], kinds: ["measure"] })).toBe(2);
  expect(shown({ ...everyOpen, state: "resolved" })).toBe(1);
  expect(shown({ authors: ["ingrid"], kinds: ["question"], state: "all" })).toBe(0);
});

test("each choice counts what it would show beside the others, and a chosen author without marks stays to be let go", () => {
  const counts = countMarks(marks, { authors: ["tomasz", "gone"], kinds: ["measure"], state: "open" });
  expect([...counts.authors]).toEqual([
    ["ingrid", 1],
    ["tomasz", 1],
    ["gone", 0],
  ]);
  expect(counts.kinds.get("question")).toBe(0);
  expect(counts.states).toEqual({ open: 1, resolved: 0, all: 1 });
});

test("a choice is taken and let go", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});

test("J K and the arrows move by one and stay at the ends; the viewers' brackets are left to them", () => {
  expect(rowFrom("j", 0, 3)).toBe(1);
  expect(rowFrom("K", 0, 3)).toBe(0);
  expect(rowFrom("ArrowDown", 2, 3)).toBe(2);
  expect(rowFrom("End", 0, 3)).toBe(2);
  expect(rowFrom("]", 0, 3)).toBeUndefined();
});

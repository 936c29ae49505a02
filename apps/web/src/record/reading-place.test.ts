import { expect, test } from "vitest";
import { isReading, readingName, readingOf, type ReadingPlace, wordsAt } from "./reading-place.ts";
import { openRecord } from "./record-places.ts";
import { slideRecord, study, testRecord } from "./testing-records.ts";

const id = "01K00000000000000000000009";

test.each<ReadingPlace>([
  { is: "text", offset: 0 },
  { is: "text", offset: 4711 },
  { is: "table", series: "01K00000000000000000000001" },
  { is: "trend", series: "2039-6/µg" },
  { is: "value", observation: "a b" },
])("where somebody reads comes to the others as it was: %j", (place) => {
  expect(readingOf(readingName(place))).toEqual(place);
});

test.each([
  undefined,
  "",
  "text/",
  "text/-1",
  "text/1.5",
  "value/",
  "value/%",
  "page/3",
  "1.2/1.2.3/1",
  "trend/a/b",
])("what is no place to read is none: %s", (name) => expect(readingOf(name)).toBeUndefined());

test("a place that is too long for a presence is not shown", () => {
  expect(readingName({ is: "value", observation: "x".repeat(200) })).toBeUndefined();
});

const note = openRecord(
  testRecord(id, "note", {
    blocks: [
      { type: "paragraph", text: "She came in May." },
      { type: "heading", level: 2, text: "Findings" },
      { type: "paragraph", text: "The lesion touches the vein." },
      { type: "list", ordered: false, items: ["One", "Two"] },
    ],
    pages: null,
  }),
  "a".repeat(64),
);
const at = (words: string) => wordsAt(note, note.text.indexOf(words));

test("a place of a text is named by its heading, or by how it begins where there is none", () => {
  expect(at("lesion")).toBe("Findings");
  expect(at("Two")).toBe("Findings");
  expect(at("in May")).toBe("She came in May.");
  expect(wordsAt(openRecord(testRecord(id, "note", { blocks: [], pages: null }), "a"), 3)).toBe("");
  const long = { blocks: [{ type: "paragraph", text: "word ".repeat(40) }], pages: null };
  expect(wordsAt(openRecord(testRecord(id, "note", long), "a"), 3)).toHaveLength(60);
});

test("an entry of a list is named by its title, also at its details", () => {
  const entry = {
    id: "e1",
    title: "Amlodipine",
    codings: [],
    status: null,
    from: null,
    to: null,
    note: "In the evening.",
    dose: "5 mg",
    basis: "stated",
    takenAsWritten: null,
    reason: null,
    stoppedBecause: null,
  };
  const list = openRecord(testRecord(id, "medicines", { entries: [entry] }), "a".repeat(64));
  expect(wordsAt(list, list.text.indexOf("evening"))).toBe("Amlodipine");
});

test("pictures and pages show in their own viewers who looks where", () => {
  expect([study(id), slideRecord(id)].map(isReading)).toEqual([false, false]);
  expect(isReading(note.filed)).toBe(true);
});

import { recordSchema } from "@consilium/clinical";
import { makeRecordTextAnchor, type PageAnchor, type WaveformAnchor } from "@consilium/workspace";
import { expect, test } from "vitest";
import { threadWith } from "../thread/testing-thread.ts";
import { foundIn } from "./found-in.ts";
import { openRecord, placeInRecord, placeOfPiece, threadsInRecord } from "./record-places.ts";
import { withSeen } from "./seen-places.ts";
import { slideAnchor, slideRecord, study, testRecord } from "./testing-records.ts";

const id = "01K00000000000000000000009";
const note = (text: string) =>
  recordSchema.parse({
    id,
    title: "CT abdomen",
    date: "2026-11-02",
    source: "Northgate",
    author: null,
    language: null,
    code: null,
    revealsFirstOpinion: false,
    kind: "note",
    content: { blocks: [{ type: "paragraph", text }], pages: null },
  });
const digest = "0".repeat(64);
const record = openRecord(note("The lesion touches the right hepatic vein."), digest);

function anchorOn(words: string) {
  const start = record.text.indexOf(words);
  const made = makeRecordTextAnchor(record, start, start + words.length);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

test("threads stand in the order of the record's text; words that are gone come first and are told", () => {
  const vein = threadWith({ key: "a", anchor: anchorOn("hepatic vein") });
  const lesion = threadWith({ key: "b", anchor: anchorOn("lesion") });
  const gone = {
    ...anchorOn("lesion"),
    quote: { exact: "spleen", prefix: "", suffix: "" },
    sha256: "1".repeat(64),
  };
  const lost = threadWith({ key: "c", anchor: gone });
  const elsewhere = threadWith({
    key: "d",
    anchor: { ...anchorOn("lesion"), record: "01K00000000000000000000008" },
  });
  expect(threadsInRecord(record, [vein, lesion, lost, elsewhere]).map(({ thread }) => thread.key)).toEqual([
    "c",
    "b",
    "a",
  ]);
  expect(placeInRecord(record, gone)).toEqual({ is: "lost", words: "spleen" });
});

const former = "01K00000000000000000000007";

test("what was said of a record before it was filed anew stands in the new one", () => {
  const filed = note("The lesion touches the vein.");
  const old = makeRecordTextAnchor(
    { id: former, sha256: "b".repeat(64), text: openRecord(filed, "").text },
    4,
    10,
  );
  if (!old.ok) throw new Error(old.reason);
  expect(placeInRecord(openRecord(filed, "a".repeat(64)), old.value)).toBeUndefined();
  expect(placeInRecord(openRecord(filed, "a".repeat(64), [former]), old.value)).toEqual({
    is: "stretch",
    start: 4,
    end: 10,
  });
});

test("a search finds records by all of its words, in title, source or text, in any case", () => {
  const listed = [
    {
      ...note("The lesion touches the vein."),
      added: "2026-11-02T10:00:00Z",
      by: id,
      request: null,
      replaces: [],
    },
  ];
  expect(foundIn(listed, "northgate LESION")).toEqual(listed);
  expect(foundIn(listed, "northgate spleen")).toEqual([]);
  expect(foundIn(listed, "  ")).toEqual(listed);
});

const place = (observation: string) => ({
  anchor: { kind: "observation", record: id, observation } as const,
  label: observation,
});

test("of the places looked at five are kept, each once, the newest first", () => {
  const seen = ["a", "b", "c", "a", "d", "e", "f"]
    .map(place)
    .reduce<ReturnType<typeof withSeen>>((kept, one) => withSeen(kept, one), []);
  expect(seen.map(({ label }) => label)).toEqual(["f", "e", "d", "a", "c"]);
});

test("words that are chosen letter by letter are one place; other words are another", () => {
  const chosen = ["The", "The lesion", "The lesion touches", "touches", "vein"].map((words) => ({
    anchor: anchorOn(words),
    label: words,
  }));
  const seen = chosen.reduce<ReturnType<typeof withSeen>>((kept, one) => withSeen(kept, one), []);
  expect(seen.map(({ label }) => label)).toEqual(["vein", "touches"]);
  const [first] = chosen;
  if (!first) throw new Error("nothing is chosen");
  expect(withSeen(withSeen([], first), place("a")).map(({ label }) => label)).toEqual(["a", "The"]);
});

const wordsOn = (page: number, exact: string) => ({
  anchor: {
    kind: "page",
    record: id,
    sha256: digest,
    page,
    rectangles: [[0.1, 0.1, 0.1 + exact.length / 100, 0.02]],
    quote: { exact, prefix: "", suffix: "" },
  } satisfies PageAnchor,
  label: `${page} ${exact}`,
});

test("words of a page that grow are one place, the same words of another page are another", () => {
  const seen = [
    wordsOn(1, "two"),
    wordsOn(1, "two milli"),
    wordsOn(2, "two milli"),
    wordsOn(2, "margin"),
  ].reduce<ReturnType<typeof withSeen>>((kept, one) => withSeen(kept, one), []);
  expect(seen.map(({ label }) => label)).toEqual(["2 margin", "2 two milli", "1 two milli"]);
});

const letterFile = {
  id: "f",
  name: "letter.pdf",
  mediaType: "application/pdf",
  bytes: 1,
  sha256: "a".repeat(64),
};
const letter = openRecord(
  recordSchema.parse({
    ...note(""),
    kind: "document",
    content: { file: letterFile, pages: 3, hasText: true },
  }),
  digest,
);
const onPage = (page: number, top: number, sha256 = letterFile.sha256): PageAnchor => ({
  kind: "page",
  record: id,
  sha256,
  page,
  rectangles: [[0.1, top, 0.5, 0.02]],
  quote: { exact: "partial response", prefix: "", suffix: "" },
});

test("threads on pages stand in the order of the pages, from the top", () => {
  const threads = [onPage(2, 0.1), onPage(1, 0.9), onPage(1, 0.2)].map((anchor, at) =>
    threadWith({ key: String(at), anchor }),
  );
  expect(threadsInRecord(letter, threads).map(({ thread }) => thread.key)).toEqual(["2", "1", "0"]);
});

test("a place in another file is not shown on this one's pages: its words are told", () => {
  expect(placeInRecord(letter, onPage(1, 0.2))).toEqual({ is: "page", anchor: onPage(1, 0.2) });
  expect(placeInRecord(letter, onPage(1, 0.2, "b".repeat(64)))).toEqual({
    is: "lost",
    words: "partial response",
  });
});

test("a mark on a slide has its place in the file that it was drawn on, and is lost in another one", () => {
  const slide = openRecord(slideRecord(id), digest);
  const anchor = slideAnchor(id);
  expect(placeInRecord(slide, anchor)).toEqual({ is: "slide", anchor });
  expect(placeInRecord(slide, { ...anchor, sha256: "b".repeat(64) })).toEqual({
    is: "lost",
    words: "175 µm²",
  });
  expect(placeInRecord(record, anchor)).toEqual({ is: "lost", words: "175 µm²" });
});

test("a place in an ECG is found by its series; where that is gone, what was measured is told", () => {
  const filed = openRecord(study(id), digest);
  const anchor: WaveformAnchor = {
    kind: "waveform",
    record: id,
    sha256: digest,
    study: "1.2",
    series: "1.2.3",
    instance: "1.2.3.1",
    group: 1,
    mark: { tool: "interval", lead: "II", from: 0, to: 402, amplitude: null, says: "402 ms" },
  };
  expect(placeInRecord(filed, anchor)).toEqual({ is: "waveform", anchor });
  expect(placeInRecord(filed, { ...anchor, series: "1.2.9" })).toEqual({ is: "lost", words: "402 ms" });
});

test("a piece of the text is a place by its key, and a key that the record does not have is none", () => {
  expect(placeOfPiece(record, "block.0")).toEqual({ is: "stretch", start: 0, end: record.text.length });
  expect(placeOfPiece(record, "entry.gone.title")).toBeUndefined();
  expect(placeOfPiece(record, "point.gone")).toBeUndefined();
});

const point = (observation: string, date: string, text: string) => ({
  id: observation,
  date,
  value: { kind: "quantity", value: { text, number: Number(text) }, comparator: null },
  range: null,
  interpretation: null,
  status: null,
  note: null,
});
const laboratory = (recordId: string, ...points: readonly unknown[]) =>
  testRecord(recordId, "laboratory", {
    series: [
      {
        id: `series of ${recordId}`,
        title: "CEA",
        codings: [{ system: "http://loinc.org", code: "2039-6", display: null }],
        unit: null,
        group: null,
        method: null,
        points,
      },
    ],
  });

test("a comment on a value stands on the same value of the newer version, and nowhere where there is none", () => {
  const before = laboratory(former, point("a", "2026-02-02", "86"), point("b", "2026-03-02", "40"));
  const now = openRecord(laboratory(id, point("x", "2026-02-02", "68")), digest, [former], [before]);
  const on = (observation: string) =>
    placeInRecord(now, { kind: "observation", record: former, observation });
  expect(on("a")).toEqual({ is: "value", observation: "x" });
  expect(on("b")).toEqual({ is: "lost", words: "" });
});

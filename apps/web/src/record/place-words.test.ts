import { recordSchema } from "@consilium/clinical";
import { loadMessages } from "@consilium/language";
import type { ImageAnchor, ImageMark, PageAnchor, WaveformAnchor } from "@consilium/workspace";
import { createFormatter, createTranslator } from "use-intl";
import { expect, test } from "vitest";
import { evidenceLabel, placeWords } from "./place-words.ts";
import { imageOn, slideAnchor, slideRecord, study, testRecord } from "./testing-records.ts";

const messages = await loadMessages("en");
const t = createTranslator({ locale: "en-GB", messages, namespace: "marks" });
const format = createFormatter({ locale: "en-GB", timeZone: "America/Los_Angeles" });
const id = "01K00000000000000000000009";

const length: ImageMark = {
  tool: "length",
  points: [
    [0, 0, 0],
    [21.4, 0, 0],
  ],
  space: { is: "pixels" },
  unit: "mm",
  says: "21.4 mm",
};

test("a mark on a picture names its slice, or its series while the slice is not known, and what was measured", () => {
  const anchor = imageOn(id, "1.2.3", "1.2.3.142", length);
  expect(placeWords(t, format, study(id), anchor, { is: "slice", number: 142 })).toBe(
    "slice 142, measured 21.4 mm",
  );
  expect(placeWords(t, format, study(id), anchor)).toBe("series 4, measured 21.4 mm");
  expect(placeWords(t, format, undefined, anchor)).toBe("measured 21.4 mm");
  const whole: ImageAnchor = { ...anchor, mark: null };
  expect(placeWords(t, format, study(id), whole, { is: "picture", number: 7 })).toBe("picture 7, key image");
});

test("a mark on a slide is told by what was drawn and what it measures", () => {
  expect(placeWords(t, format, slideRecord(id), slideAnchor(id))).toBe("a region, measured 175 µm²");
  expect(placeWords(t, format, undefined, slideAnchor(id, { tool: "arrow", says: null }))).toBe("a place");
});

test("a mark on a page names the page, on photographs the picture, and the words where there are any", () => {
  const page: PageAnchor = {
    kind: "page",
    record: id,
    sha256: "a".repeat(64),
    page: 3,
    rectangles: [[0.1, 0.1, 0.2, 0.2]],
    quote: null,
  };
  const file = { id: "f", name: "a.jpg", mediaType: "image/jpeg", bytes: 1, sha256: "a".repeat(64) };
  const pictures = testRecord(id, "pictures", {
    pictures: [{ file, width: 10, height: 10, original: null }],
  });
  const quote = { exact: "partial\n response", prefix: "", suffix: "" };
  expect(placeWords(t, format, undefined, page)).toBe("page 3");
  expect(placeWords(t, format, pictures, page)).toBe("picture 3");
  expect(placeWords(t, format, undefined, { ...page, quote })).toBe("page 3, “partial response”");
});

test("a laboratory value is told by its name and its own day, and one that is gone as a value", () => {
  const point = {
    id: "hb",
    date: "2026-11-03",
    value: { kind: "text", text: "8.1" },
    range: null,
    interpretation: null,
    status: null,
    note: null,
  };
  const series = {
    id: "s",
    title: "Haemoglobin",
    codings: [],
    unit: null,
    group: null,
    method: null,
    points: [point],
  };
  const laboratory = recordSchema.parse(testRecord(id, "laboratory", { series: [series], specimens: [] }));
  const on = (observation: string) => ({ kind: "observation", record: id, observation }) as const;
  expect(placeWords(t, format, laboratory, on("hb"))).toBe("Haemoglobin 8.1, 3 Nov");
  expect(placeWords(t, format, laboratory, on("gone"))).toBe("a laboratory value");
});

const wordsOf = (exact: string) =>
  ({
    kind: "record-text",
    record: id,
    sha256: "a".repeat(64),
    quote: { exact, prefix: "", suffix: "" },
    start: 0,
    end: exact.length,
  }) as const;

test("a mark in an ECG names its lead and when it is, and what was measured; of the whole there is no more to say", () => {
  const anchor: WaveformAnchor = {
    kind: "waveform",
    record: id,
    sha256: "a".repeat(64),
    study: "1.2",
    series: "1.2.3",
    instance: "1.2.3.1",
    group: 1,
    mark: { tool: "interval", lead: "V5", from: 1240, to: 1642, amplitude: null, says: "402 ms" },
  };
  expect(placeWords(t, format, study(id), anchor)).toBe("V5 at 1.2 s, measured 402 ms");
  const everywhere: WaveformAnchor["mark"] = {
    tool: "region",
    lead: null,
    from: 3000,
    to: 4000,
    amplitude: null,
    says: null,
  };
  expect(placeWords(t, format, undefined, { ...anchor, mark: everywhere })).toBe("all leads at 3 s");
  expect(placeWords(t, format, undefined, { ...anchor, mark: null })).toBe("the whole tracing");
});

test("quoted words stand in one line and are cut where they are long; no anchor says nothing", () => {
  expect(placeWords(t, format, undefined, wordsOf("right\n\nhepatic  vein"))).toBe("“right hepatic vein”");
  const long = placeWords(t, format, undefined, wordsOf("a".repeat(500)));
  expect(long).toHaveLength(162);
  expect(long.endsWith("…”")).toBe(true);
  expect(placeWords(t, format, undefined, undefined)).toBe("");
});

test("a link says the record's title and date in front of the place, and quotes no words", () => {
  const anchor = imageOn(id, "1.2.3", "1.2.3.142", length);
  expect(evidenceLabel(t, format, study(id), anchor, { is: "slice", number: 142 })).toBe(
    "CT abdomen 2 Nov 2026, slice 142, measured 21.4 mm",
  );
  expect(evidenceLabel(t, format, study(id), { ...anchor, mark: null }, { is: "slice", number: 7 })).toBe(
    "CT abdomen 2 Nov 2026, slice 7",
  );
  const note = testRecord(id, "note", { blocks: [], pages: null });
  expect(evidenceLabel(t, format, note, wordsOf("stable"))).toBe("CT abdomen 2 Nov 2026");
  const undated = { ...note, date: null };
  expect(evidenceLabel(t, format, undated, wordsOf("stable"))).toBe("CT abdomen");
});

test("a label is never longer than a link may keep", () => {
  const long = { ...study(id), title: "t".repeat(300) };
  expect(evidenceLabel(t, format, long, wordsOf("stable"))).toHaveLength(200);
});

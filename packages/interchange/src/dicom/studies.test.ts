import { recordSchema } from "@consilium/clinical";
import { describe, expect, test } from "vitest";
import type { CtSlice } from "./ct-slice.ts";
import { type FiledInstance, type StudiedRecord, studiesOf } from "./studies.ts";
import { counted, filed, sliceElements, sliceFile, uid } from "./testing/dicom-files.ts";
import { contentItem, reportFile, said, tracingFile, withoutPixels } from "./testing/report-files.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const studied = (items: readonly FiledInstance[]) => studiesOf(items, { createId: counted() });

const slice = (
  number: number,
  z: number,
  changes: Partial<CtSlice> = {},
  others: readonly WrittenElement[] = [],
) =>
  filed(
    sliceFile(
      { instanceUid: uid(1, 1, number), instanceNumber: number, position: [0, 0, z], ...changes },
      others,
    ),
    `file ${number}`,
  );

const of = (sopClass: string, modality: string, number: number) =>
  filed(
    writeDicom(
      sliceElements({ instanceUid: uid(1, number, 1), seriesUid: uid(1, number), seriesNumber: number }, [
        { tag: 0x00080016, vr: "UI", value: sopClass },
        { tag: 0x00080060, vr: "CS", value: modality },
      ]),
    ),
    `file ${number}`,
  );

const study = (items: readonly FiledInstance[]) => {
  const [first] = studied(items).records;
  if (first?.record.kind !== "imaging-study") throw new Error("no study");
  return { ...first, record: first.record };
};

const order = (items: readonly FiledInstance[]): readonly string[] =>
  studied(items).records.flatMap(({ series }) =>
    series.flatMap(({ instances }) => instances.map(({ fileId }) => fileId)),
  );

describe("a study", () => {
  test("is one record of its series, with what it is called, when and where it was made", () => {
    const items = [
      slice(1, 0),
      slice(2, 2),
      slice(3, 0, { seriesUid: uid(1, 2), seriesNumber: 1, seriesDescription: "Scout" }),
    ];
    const { record, fileIds } = study(items);
    expect(recordSchema.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      id: "id1",
      title: "CT Abdomen",
      date: "2026-01-05",
      source: "Hospital of Example",
      content: { studyUid: uid(1), modalities: ["CT"], accession: null },
    });
    expect(record.content.series).toMatchObject([
      { number: 1, description: "Scout", instances: 1, frames: 1 },
      { number: 2, description: "Axial 2 mm", instances: 2, frames: 2, thicknessMm: 2, notDisplayed: null },
    ]);
    expect(record.content.bytes).toBe(items.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(fileIds).toEqual(["file 1", "file 2", "file 3"]);
  });
  test.each([
    ["Abdomen with contrast", "CT Abdomen with contrast"],
    ["Staging CT of the abdomen", "Staging CT of the abdomen"],
    ["Contact lens", "CT Contact lens"],
  ])("described as %s", (studyDescription, title) => {
    expect(study([slice(1, 0, { studyDescription })]).record.title).toBe(title);
  });
  test.each([
    ["DX", "X-ray of the hand", "X-ray of the hand"],
    ["US", "Liver", "US Liver"],
    ["SM", "", "Microscopy"],
    ["MR", "", "MRI"],
  ])("of kind %s, described as “%s”", (modality, studyDescription, title) => {
    const kind: WrittenElement = { tag: 0x00080060, vr: "CS", value: modality };
    const { record } = study([slice(1, 0, { studyDescription, bodyPart: "" }, [kind])]);
    expect(record.title).toBe(title);
  });
  test("two studies are two records", () => {
    expect(studied([slice(1, 0), slice(2, 0, { studyUid: uid(2) })]).records).toHaveLength(2);
  });
});

test("slices run in the direction in which they are numbered, and lie by place where numbers and places differ", () => {
  const downwards = [slice(1, 30), slice(2, 20), slice(4, 10), slice(3, 5)];
  expect(order(downwards)).toEqual(["file 1", "file 2", "file 4", "file 3"]);
  expect(order(downwards.toReversed())).toEqual(order(downwards));
  expect(order([slice(1, 0), slice(3, 1), slice(2, 2), slice(4, 3)])).toEqual([
    "file 1",
    "file 3",
    "file 2",
    "file 4",
  ]);
});

describe("slices are ordered by where they lie", () => {
  test("not by their numbers", () => {
    expect(order([slice(1, 30), slice(2, 10), slice(3, 20)])).toEqual(["file 2", "file 3", "file 1"]);
  });
  test("along the normal, also of sagittal slices", () => {
    const sagittal: WrittenElement = { tag: 0x00200037, vr: "DS", value: "0\\1\\0\\0\\0\\-1" };
    const at = (number: number, x: number) => slice(number, 0, { position: [x, 50 - x, 7] }, [sagittal]);
    expect(order([at(1, -3), at(2, 4), at(3, 1)])).toEqual(["file 2", "file 3", "file 1"]);
  });
  test("several at one place by number; without a number by identifier", () => {
    expect(order([slice(4, 0), slice(3, 0), slice(2, 1), slice(1, 1)])).toEqual([
      "file 3",
      "file 4",
      "file 1",
      "file 2",
    ]);
    const nameless: WrittenElement = { tag: 0x00200013, vr: "IS", value: "" };
    expect(order([slice(2, 0, {}, [nameless]), slice(1, 0, {}, [nameless])])).toEqual(["file 1", "file 2"]);
  });
  test("those without a place follow by number", () => {
    const placeless: WrittenElement = { tag: 0x00200032, vr: "DS", value: "" };
    const items = [slice(3, 0, {}, [placeless]), slice(9, 5), slice(1, 0, {}, [placeless])];
    expect(order(items)).toEqual(["file 9", "file 1", "file 3"]);
  });
  test("each direction of a scout for itself", () => {
    const coronal: WrittenElement = { tag: 0x00200037, vr: "DS", value: "1\\0\\0\\0\\0\\-1" };
    const items = [slice(1, 9), slice(2, 3, {}, [coronal]), slice(3, 4), slice(4, 2, {}, [coronal])];
    expect(order(items)).toEqual(["file 1", "file 3", "file 2", "file 4"]);
  });
});

describe("what is present and not displayed", () => {
  test.each([
    ["a segmentation", "1.2.840.10008.5.1.4.1.1.66.4", "SEG", "segmentation"],
    ["structures", "1.2.840.10008.5.1.4.1.1.481.3", "RTSTRUCT", "structures"],
    ["PET", "1.2.840.10008.5.1.4.1.1.128", "PT", "pet"],
    ["a presentation state", "1.2.840.10008.5.1.4.1.1.11.1", "PR", "presentation"],
    ["a plan", "1.2.840.10008.5.1.4.1.1.481.5", "RTPLAN", "plan"],
    ["a registration", "1.2.840.10008.5.1.4.1.1.66.1", "REG", "kind"],
    ["a dose, which is a picture", "1.2.840.10008.5.1.4.1.1.481.2", "RTDOSE", null],
    ["CT", "1.2.840.10008.5.1.4.1.1.2", "CT", null],
    ["a class nobody knows, with pixels", "1.2.3.4", "OT", null],
  ])("%s", (_name, sopClass, modality, notDisplayed) => {
    expect(study([of(sopClass, modality, 2)]).record.content.series).toMatchObject([
      { modality, notDisplayed },
    ]);
  });
  test.each([
    ["1.2.840.10008.1.2.4.90", null],
    ["1.2.840.10008.1.2.5", null],
    ["1.2.840.10008.1.2.4.201", "htj2k"],
    ["1.2.840.10008.1.2.4.110", "jpeg-xl"],
    ["1.2.840.10008.1.2.4.102", "film"],
    ["1.2.3.4", "syntax"],
  ])("pixels in the transfer syntax %s", (syntax, notDisplayed) => {
    const pixels: WrittenElement = { tag: 0x7fe00010, fragments: [new Uint8Array(), Uint8Array.of(1, 2)] };
    const item = filed(writeDicom(sliceElements({}, [pixels]), syntax), "file");
    expect(study([item]).record.content.series).toMatchObject([{ notDisplayed }]);
  });
  test("pixels that are not there, and tracings", () => {
    const cut = filed(sliceFile({ rows: 500 }), "file");
    expect(study([cut]).record.content.series).toMatchObject([{ notDisplayed: "no-pixels" }]);
    const tracing = filed(tracingFile(Int16Array.of(1, 2)), "file");
    expect(study([tracing]).record.content.series).toMatchObject([
      { notDisplayed: null, frames: 0, tracings: 1 },
    ]);
    const { waveform: _, ...before } = tracing.instance;
    expect(study([{ ...tracing, instance: before }]).record.content.series).toMatchObject([
      { notDisplayed: "kind", tracings: 0 },
    ]);
  });
  test("is not in the title beside what is", () => {
    const items = [slice(1, 0), of("1.2.840.10008.5.1.4.1.1.11.1", "PR", 5)];
    expect(study(items).record.title).toBe("CT Abdomen");
  });
});

describe("reports and documents", () => {
  const report = filed(reportFile([contentItem("TEXT", "Summary", said("No change."))]), "report");
  test("a report is a note of its own, beside its study", () => {
    const { records } = studied([report, slice(1, 0)]);
    expect(records.map(({ record: { kind, title } }) => [kind, title])).toEqual([
      ["imaging-study", "CT Abdomen"],
      ["note", "Chest CT report"],
    ]);
    const [, note] = records;
    expect(note).toMatchObject({ fileIds: ["report"], series: [], record: { date: "2026-01-05" } });
    expect(recordSchema.parse(note?.record)).toEqual(note?.record);
    expect(JSON.stringify(note?.record)).toContain("Summary: No change.");
  });
  test("an encapsulated document is handed back", () => {
    const letter = withoutPixels("1.2.840.10008.5.1.4.1.1.104.1", [
      { tag: 0x00420011, vr: "OB", value: Uint8Array.of(1, 2) },
    ]);
    const { records, documents } = studied([filed(letter, "letter")]);
    expect(records).toEqual([]);
    expect(documents).toMatchObject([{ fileId: "letter" }]);
  });
});

const contentOf = (one: StudiedRecord | undefined) => one?.record.content;

describe("an identifier that comes twice", () => {
  const file = sliceFile();
  test("with the same bytes is a duplicate", () => {
    const { records, duplicates } = studied([filed(file, "a", "same"), filed(file, "b", "same")]);
    expect(duplicates).toEqual([{ fileId: "b", sameAs: "a" }]);
    expect(records.map(({ fileIds }) => fileIds)).toEqual([["a"]]);
    expect(contentOf(records[0])).not.toHaveProperty("sameIdentifiers");
  });
  test("with other bytes is kept apart, in a record of its own, and both say so", () => {
    const { records, duplicates } = studied([filed(file, "a"), slice(2, 9), filed(file, "b")]);
    expect(records.map(({ fileIds }) => fileIds)).toEqual([["a", "file 2"], ["b"]]);
    expect(duplicates).toEqual([]);
    expect(records.map(contentOf)).toMatchObject([{ sameIdentifiers: 1 }, { sameIdentifiers: 1 }]);
    expect(records.map(({ record }) => record.title)).toEqual(["CT Abdomen", "CT Abdomen, version 2"]);
    expect(recordSchema.parse(records[1]?.record)).toEqual(records[1]?.record);
  });
});

import { describe, expect, test } from "vitest";
import { readDicomDir } from "./read-dicom-dir.ts";
import { readEncapsulatedDocument } from "./read-encapsulated-document.ts";
import { readWaveform } from "./read-waveform.ts";
import { read, sliceFile } from "./testing/dicom-files.ts";
import {
  code,
  contentItem,
  measured,
  reportFile,
  said,
  tracingFile,
  withoutPixels,
} from "./testing/report-files.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const text = (tag: number, vr: string, value: string): WrittenElement => ({ tag, vr, value });

const reportOf = (file: Uint8Array) => read(file).instance.report;

describe("a structured report", () => {
  test("has its sections as headings, its values with units and what qualifies them", () => {
    const long = "The lower lobe is clear. ".repeat(10).trim();
    const file = reportFile([
      contentItem(
        "CONTAINER",
        "Findings",
        [],
        [
          contentItem("NUM", "Mass", measured("12", "mm", "millimetre"), [
            contentItem("CODE", "Side", [{ tag: 0x0040a168, items: [code("L", "99TEST", "Left")] }]),
            contentItem("IMAGE", "Seen on"),
          ]),
          contentItem("NUM", "Count", measured("3", "{lesions}", "lesions")),
          contentItem("NUM", "Volume"),
          contentItem("TEXT", "Lungs", said(long)),
        ],
      ),
      contentItem("CONTAINER", "Conclusion", [], [contentItem("TEXT", "Summary", said("No change."))]),
    ]);
    expect(reportOf(file)).toEqual({
      title: "Chest CT report",
      author: null,
      blocks: [
        { type: "heading", level: 2, text: "Findings" },
        {
          type: "list",
          ordered: false,
          items: ["Mass: 12 mm (Side: Left; Seen on: an image)", "Count: 3", "Volume: not measured"],
        },
        { type: "paragraph", text: `Lungs: ${long}` },
        { type: "heading", level: 2, text: "Conclusion" },
        { type: "list", ordered: false, items: ["Summary: No change."] },
      ],
    });
  });
  test("names who verified it, and says when it is not verified", () => {
    const verified = reportFile(
      [],
      [
        { tag: 0x0040a073, items: [[text(0x0040a075, "PN", "Quillon^Bran^^Dr")]] },
        text(0x0040a493, "CS", "VERIFIED"),
      ],
    );
    expect(reportOf(verified)).toMatchObject({ author: "Dr Bran Quillon", blocks: [] });
    const draft = reportFile([], [text(0x0040a491, "CS", "PARTIAL"), text(0x0040a493, "CS", "UNVERIFIED")]);
    expect(reportOf(draft)?.blocks).toEqual([
      {
        type: "paragraph",
        text: "This report is marked as not complete. This report is marked as not verified.",
      },
    ]);
  });
  test("names, dates and times are written as people write them", () => {
    const file = reportFile([
      contentItem("PNAME", "Read by", [text(0x0040a123, "PN", "Quillon^Bran")]),
      contentItem("DATETIME", "At", [text(0x0040a120, "DT", "20260105101500")]),
      contentItem("DATE", "On", [text(0x0040a121, "DA", "20260105")]),
      contentItem("TIME", "From", [text(0x0040a122, "TM", "1015")]),
    ]);
    expect(reportOf(file)?.blocks).toEqual([
      {
        type: "list",
        ordered: false,
        items: ["Read by: Bran Quillon", "At: 2026-01-05T10:15:00", "On: 2026-01-05", "From: 10:15"],
      },
    ]);
    expect(reportOf(file)?.author).toBe("Bran Quillon");
  });
});

describe("a tracing", () => {
  test("has its channels in microvolts, whatever voltage they are measured in", () => {
    const [group] = readWaveform(read(tracingFile(Int16Array.of(2, 1, -4, 3))).stored);
    expect(group).toMatchObject({ label: "RHYTHM", frequency: 500, isWhole: true });
    expect(group?.channels.map(({ name, unit }) => [name, unit])).toEqual([
      ["I", "uV"],
      ["II", "uV"],
    ]);
    expect(group?.samples).toEqual([Float32Array.of(5, -10), Float32Array.of(5, 15)]);
  });
  test("has no number where the padding stands for nothing recorded", () => {
    const [group] = readWaveform(tracingFile(Int16Array.of(-0x8000, 1)));
    expect(group?.samples.map(([first]) => first)).toEqual([Number.NaN, 5]);
  });
  test("with fewer samples than it says is not whole, and takes no more memory than it has", () => {
    const [group] = readWaveform(tracingFile(Int16Array.of(1, 2), 4_000_000_000));
    expect(group?.isWhole).toBe(false);
    expect(group?.samples[0]).toHaveLength(1);
  });
  test("is content of its own; a picture has none", () => {
    expect(read(tracingFile(Int16Array.of(1, 2))).instance).toMatchObject({ content: "waveform", frames: 0 });
    expect(readWaveform(sliceFile())).toEqual([]);
  });
});

describe("an encapsulated document", () => {
  const pdf = new TextEncoder().encode("%PDF-1.7 %%EOF\n");
  const file = (others: readonly WrittenElement[] = []) =>
    withoutPixels("1.2.840.10008.5.1.4.1.1.104.1", [
      text(0x00420010, "ST", "Discharge letter"),
      { tag: 0x00420011, vr: "OB", value: pdf },
      text(0x00420012, "LO", "application/pdf"),
      ...others,
    ]);
  test.each([
    ["without its length", []],
    ["with its length", [{ tag: 0x00420015, vr: "UL", value: [pdf.length] }]],
  ])("comes out byte by byte, %s", (_name, others) => {
    const { instance, stored } = read(file(others));
    expect(instance.content).toBe("document");
    expect(readEncapsulatedDocument(stored)).toEqual({
      mimeType: "application/pdf",
      title: "Discharge letter",
      bytes: pdf,
    });
  });
  test("is not in a picture", () => expect(readEncapsulatedDocument(sliceFile())).toBeNull());
});

const record = (id: string) => [text(0x00041430, "CS", "IMAGE"), text(0x00041500, "CS", id)];

describe("a DICOMDIR", () => {
  test("lists its files in order; what is no path below it is left out", () => {
    const file = writeDicom([
      {
        tag: 0x00041220,
        items: [
          [text(0x00041430, "CS", "PATIENT")],
          record("DICOM\\ST000001\\IM000002"),
          record("DICOM\\..\\..\\ETC"),
          record("DICOM\\IM000001"),
        ],
      },
    ]);
    expect(readDicomDir(file).map(({ path }) => path)).toEqual(["DICOM/ST000001/IM000002", "DICOM/IM000001"]);
  });
  test("that cannot be read lists nothing", () => {
    expect(readDicomDir(new TextEncoder().encode("DICOMDIR"))).toEqual([]);
  });
});

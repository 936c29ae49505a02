import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { groupPatients, recordSchema, standardLeads } from "@consilium/clinical";
import dicomParser from "dicom-parser";
import { describe, expect, test } from "vitest";
import { drawFrame } from "./draw-frame.ts";
import { openStored } from "./open-file.ts";
import { type DicomReading, readDicom } from "./read-dicom.ts";
import { readWaveform } from "./read-waveform.ts";
import { renderFrame } from "./render-frame.ts";
import { studiesOf } from "./studies.ts";
import { counted } from "./testing/dicom-files.ts";

/** Real files of public repositories, which are not part of the project: where they lie says who runs the tests. */
const shared = process.env["CONSILIUM_SHARED_DATA"];
const folder = join(shared ?? "", "dicom");
const files = shared ? globSync(join(folder, "**", "*.dcm")).toSorted() : [];

function read(file: string): Extract<DicomReading, { readonly ok: true }> {
  const reading = readDicom(readFileSync(file), {
    inflate: (bytes, most) => inflateRawSync(bytes, { maxOutputLength: most }),
  });
  if (!reading.ok) throw new Error(`${file}: ${reading.reason}`);
  return reading;
}

const named = (name: string): string => {
  const found = files.find((file) => basename(file).includes(name));
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

const filed = (file: string) => {
  const { instance, stored } = read(file);
  return { instance, fileId: basename(file), sha256: file, bytes: stored.length };
};

type Expected = readonly [
  file: string,
  syntax: string,
  content: string,
  modality: string,
  frames: number,
  placed: number,
  notDisplayed: string | null | undefined,
  warnings: readonly string[],
];

/** `placed`: frames whose pixels have a place; `notDisplayed`: undefined where there is no series. */
const expected: readonly Expected[] = [
  ["01.dcm", "1.2", "picture", "CT", 1, 1, null, []],
  ["02.dcm", "1.2", "picture", "CT", 1, 1, null, []],
  ["03.dcm", "1.2", "picture", "CT", 1, 1, null, []],
  ["dx_image.dcm", "1.2.1", "picture", "DX", 1, 1, null, []],
  ["sm_image.dcm", "1.2.1", "picture", "SM", 25, 25, null, []],
  ["693_UNCI.dcm", "1.2.1", "picture", "CT", 1, 1, null, []],
  ["CT_small.dcm", "1.2.1", "picture", "CT", 1, 1, null, []],
  ["MR_small.dcm", "1.2.1", "picture", "MR", 1, 1, null, []],
  ["MR_truncated.dcm", "1.2.1", "picture", "MR", 1, 0, "no-pixels", ["cut-short", "pixels-cut-short"]],
  ["eCT_Supplemental.dcm", "1.2.1", "picture", "CT", 2, 2, null, []],
  ["emri_small.dcm", "1.2.1", "picture", "MR", 10, 10, null, []],
  ["examples_jpeg2k.dcm", "1.2.4.90", "picture", "US", 1, 1, null, []],
  ["examples_overlay.dcm", "1.2.1", "picture", "MR", 1, 1, null, []],
  ["examples_rgb_color.dcm", "1.2.1", "picture", "US", 1, 1, null, []],
  ["examples_ybr_color.dcm", "1.2.4.50", "picture", "US", 30, 30, null, []],
  ["gdcm-US-ALOKA-16.dcm", "1.2", "picture", "US", 1, 1, null, []],
  ["liver_1frame.dcm", "1.2.1", "picture", "SEG", 1, 1, "segmentation", []],
  ["no_meta.dcm", "1.2.1", "picture", "CT", 1, 1, null, ["no-header", "stray-bytes"]],
  ["rtdose_1frame.dcm", "1.2", "picture", "RTDOSE", 1, 1, null, []],
  ["test-SR.dcm", "1.2.1", "report", "SR", 0, 0, undefined, []],
  ["vlut_04.dcm", "1.2.1", "picture", "OT", 1, 1, null, []],
  ["waveform_ecg.dcm", "1.2.1", "waveform", "ECG", 0, 0, null, []],
  ["1.2.840.10008.1.2.4.90.dcm", "1.2.4.90", "picture", "CT", 1, 1, null, []],
  ["1.2.840.10008.1.2.4.80.dcm", "1.2.4.80", "picture", "CT", 1, 1, null, []],
  ["1.2.840.10008.1.2.4.70.dcm", "1.2.4.70", "picture", "CT", 1, 1, null, []],
  ["1.2.840.10008.1.2.1.dcm", "1.2.1", "picture", "CT", 1, 1, null, []],
  ["1.2.840.10008.1.2.5.dcm", "1.2.5", "picture", "CT", 1, 1, null, []],
  ["no-pixel-spacing.dcm", "1.2.5", "picture", "US", 1, 1, null, []],
];

describe.skipIf(!shared)("real files (skipped where CONSILIUM_SHARED_DATA names no folder)", () => {
  test("each has its expectation", () => {
    expect(files.filter((file) => !expected.some(([name]) => file.endsWith(name)))).toEqual([]);
    expect(files).toHaveLength(expected.length);
  });
  test.each(expected)("%s", (name, syntax, content, modality, frames, placed, notDisplayed, warnings) => {
    const reading = read(named(name));
    const { instance } = reading;
    expect(instance).toMatchObject({
      transferSyntax: `1.2.840.10008.${syntax}`,
      content,
      series: { modality },
      frames,
    });
    expect(instance.pixels?.frames.length ?? 0).toBe(placed);
    expect(reading.warnings).toEqual(warnings);
    expect(JSON.parse(JSON.stringify(instance))).toEqual(instance);
    const { records } = studiesOf([filed(named(name))], { createId: counted() });
    expect(records).toHaveLength(1);
    for (const { record } of records) {
      expect(recordSchema.parse(record)).toEqual(record);
      const [series] = record.kind === "imaging-study" ? record.content.series : [];
      expect(series?.notDisplayed).toBe(notDisplayed);
    }
  });
  test.each(files.filter((file) => !/no_meta|truncated/.test(file)).map((file) => [basename(file), file]))(
    "%s has each element where another parser finds it",
    (_name, file) => {
      const bytes = readFileSync(file);
      const theirs = Object.values(dicomParser.parseDicom(bytes).elements)
        .filter(({ tag }) => !tag.startsWith("x0002"))
        .map(({ tag, dataOffset, length, items }) => [tag, dataOffset, items ? -items.length : length]);
      const ours = (openStored(bytes)?.elements() ?? []).map(({ tag, vr, range: [start, length], items }) => [
        `x${tag.toString(16).padStart(8, "0")}`,
        start,
        vr === "SQ" ? -items.length : length,
      ]);
      expect(ours).toEqual(theirs);
    },
  );
});

describe.skipIf(!shared)("what real files hold (skipped where CONSILIUM_SHARED_DATA names no folder)", () => {
  test("slices in the order in which they lie, as they are numbered, as one series", () => {
    const items = files.filter((file) => file.includes("ct-3slice")).map(filed);
    const { records } = studiesOf(items, { createId: counted() });
    expect(records.map(({ record }) => record.title)).toEqual(["CT"]);
    expect(
      records[0]?.series[0]?.instances.map(({ instance: { geometry } }) => geometry.position?.[2]),
    ).toEqual([-126.690002, -127.690002, -128.690002]);
    expect(JSON.stringify(records[0]?.record.content)).not.toContain("gaps");
    const patients = items.map(({ instance: { patient } }) => ({
      name: patient.name,
      born: patient.birthDate,
    }));
    expect(groupPatients(patients)).toHaveLength(1);
  });
  test("a report's text, letters beyond ASCII too", () => {
    const { report } = read(named("test-SR.dcm")).instance;
    expect(report).toMatchObject({ title: "Diagnosis", author: "Jörg Riesmeier" });
    expect(JSON.stringify(report?.blocks)).toContain("Diameter: 3 Length Unit");
  });
  test("twelve leads in microvolts", () => {
    const groups = readWaveform(read(named("waveform_ecg.dcm")).stored);
    expect(groups.map(({ label, frequency, isWhole }) => [label, frequency, isWhole])).toEqual([
      ["RHYTHM", 1000, true],
      ["MEDIAN BEAT", 1000, true],
    ]);
    const [rhythm] = groups;
    expect(rhythm?.channels.map(({ name, unit }) => [name, unit])).toEqual(
      standardLeads.map((lead) => [lead, "uV"]),
    );
    expect(rhythm?.samples.map(({ length }) => length)).toEqual(standardLeads.map(() => 10_000));
    expect(rhythm?.samples[1]?.slice(0, 10_000).reduce((most, sample) => Math.max(most, sample))).toBe(
      1137.5,
    );
  });
  test("a colour picture with a palette of 16 bits is drawn, not all grey", () => {
    const { instance, stored } = read(named("gdcm-US-ALOKA-16.dcm"));
    const drawn = renderFrame(instance, stored, 1);
    expect(drawn).toMatchObject({ width: 640, height: 480 });
    const data = drawn?.data ?? new Uint8ClampedArray();
    const coloured = data.filter((red, index) => index % 4 === 0 && red !== data[index + 1]);
    expect(coloured.length).toBeGreaterThan(100);
  });
  test("a table of what is to be seen, of 256 entries of 16 bits, is applied; turned around, the picture is", () => {
    const { instance, stored } = read(named("vlut_04"));
    const [start = 0, length = 0] = instance.pixels?.frames[0]?.[0] ?? [];
    const pixels = stored.subarray(start, start + length);
    const drawn = (head: Uint8Array) => {
      const drawing = drawFrame({ instance, frame: 1, head, pixels }, null);
      return drawing.ok ? drawing.drawn.data : drawing.reason;
    };
    expect(drawn(stored.subarray(0, start))).toEqual(Uint8ClampedArray.from(pixels));
    const table = openStored(stored)?.item(0x00283010)?.element(0x00283006)?.range ?? [0, 0];
    expect(table[1]).toBe(512);
    const turned = Uint8Array.from(stored.subarray(0, start));
    turned.subarray(table[0], table[0] + 512).reverse();
    expect(drawn(turned)).toEqual(Uint8ClampedArray.from(pixels, (value) => 255 - value));
  });
  test("units: none without spacing, at the detector only for a projection", () => {
    expect(read(named("no-pixel-spacing.dcm")).instance.geometry).toMatchObject({
      pixelSpacing: null,
      imagerPixelSpacing: null,
    });
  });
});

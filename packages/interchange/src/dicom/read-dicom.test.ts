import { deflateRawSync, inflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { dicomLimits } from "./dicom-limits.ts";
import { readDicom } from "./read-dicom.ts";
import { noInflate, read, refusalOf, sliceElements, sliceFile, uid, without } from "./testing/dicom-files.ts";
import { encodingOf, transferSyntaxes } from "./transfer-syntax.ts";
import { concatenated, withHeader, writeDicom, writeElements, type WrittenElement } from "./write-dicom.ts";

const header = 128 + 4;
const facts = { sopClass: "1.2.840.10008.5.1.4.1.1.2", instanceUid: uid(1, 1, 1) };
const nested = (depth: number): WrittenElement =>
  Array.from({ length: depth }).reduce<WrittenElement>((inner) => ({ tag: 0x00081140, items: [[inner]] }), {
    tag: 0x00080050,
    vr: "SH",
    value: "x",
  });

describe("a slice", () => {
  test("is read with its patient, study, series, geometry and units", () => {
    const { instance, warnings } = read(sliceFile({ studyDescription: "Abdomen with contrast" }));
    expect(warnings).toEqual([]);
    expect(instance).toMatchObject({
      studyUid: uid(1),
      seriesUid: uid(1, 1),
      instanceUid: uid(1, 1, 1),
      transferSyntax: "1.2.840.10008.1.2.1",
      content: "picture",
      patient: { name: "Orla Vexley", id: "PH-1", birthDate: "1960-01-02", sex: "female" },
      study: {
        date: "2026-01-05",
        description: "Abdomen with contrast",
        institution: "Hospital of Example",
        accession: null,
        referrer: null,
      },
      series: { number: 2, modality: "CT", bodyPart: "ABDOMEN", frameOfReference: uid(9) },
      rows: 2,
      columns: 3,
      frames: 1,
      geometry: {
        position: [-10, -20, 5],
        plane: "axial",
        pixelSpacing: [0.7, 0.8],
        imagerPixelSpacing: null,
        thicknessMm: 2,
      },
      format: { photometric: "MONOCHROME2", bitsAllocated: 16, signed: true },
    });
  });
  test("is plain: it survives a clone and JSON unchanged", () => {
    const { instance } = read(sliceFile());
    expect(structuredClone(instance)).toEqual(instance);
    expect(JSON.parse(JSON.stringify(instance))).toEqual(instance);
  });
  test("has its pixels where its places say", () => {
    const { instance, stored } = read(sliceFile());
    const [offset, length] = instance.pixels?.frames[0]?.[0] ?? [0, 0];
    const pixels = new Int16Array(stored.slice(offset, offset + length).buffer);
    expect(pixels).toEqual(Int16Array.of(-5, 0, 1, 1000, 2, 3));
  });
  test("has metadata as DICOM JSON, without pixels and header", () => {
    const { metadata } = read(sliceFile()).instance;
    expect(metadata["00100010"]).toEqual({ vr: "PN", Value: [{ Alphabetic: "Vexley^Orla" }] });
    expect(metadata["00200032"]).toEqual({ vr: "DS", Value: [-10, -20, 5] });
    expect(metadata["00280010"]).toEqual({ vr: "US", Value: [2] });
    expect(metadata["00080050"]).toEqual({ vr: "SH" });
    expect(Object.keys(metadata).filter((tag) => tag.startsWith("0002") || tag.startsWith("7FE0"))).toEqual(
      [],
    );
  });
  test("keeps tables and leaves out long bytes", () => {
    const { metadata } = read(
      sliceFile({}, [
        {
          tag: 0x00283010,
          items: [[{ tag: 0x00283006, vr: "US", value: Array.from({ length: 5000 }, () => 7) }]],
        },
        { tag: 0x00420011, vr: "OB", value: new Uint8Array(2000) },
        { tag: 0x00091001, vr: "OB", value: Uint8Array.of(1, 2, 3, 4) },
      ]),
    ).instance;
    expect(metadata["00283010"]?.Value).toMatchObject([{ "00283006": { vr: "US" } }]);
    expect(metadata["00420011"]).toBeUndefined();
    expect(metadata["00091001"]).toEqual({ vr: "OB", InlineBinary: "AQIDBA==" });
  });
});

describe("however it is written, the same is read", () => {
  const expected = read(sliceFile()).instance;
  test.each(Object.entries(transferSyntaxes).filter(([name]) => name !== "deflated"))(
    "%s",
    (_name, syntax) => {
      const { instance, warnings } = read(writeDicom(sliceElements(), syntax));
      expect(warnings).toEqual([]);
      expect({ ...instance, pixels: null }).toEqual({ ...expected, transferSyntax: syntax, pixels: null });
      expect(instance.pixels?.frames).toHaveLength(1);
    },
  );
  test("deflated, and kept inflated with a header that says so", () => {
    const plain = writeElements(sliceElements(), encodingOf(transferSyntaxes.deflated));
    const file = withHeader({ ...facts, transferSyntax: transferSyntaxes.deflated }, deflateRawSync(plain));
    const reading = readDicom(file, {
      inflate: (bytes, most) => inflateRawSync(bytes, { maxOutputLength: most }),
    });
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading.instance).toEqual(expected);
    expect(read(reading.stored).instance).toEqual(expected);
  });
  test("deflated beyond the cap or damaged: refused", () => {
    const file = withHeader(
      { ...facts, transferSyntax: transferSyntaxes.deflated },
      Uint8Array.of(2, 0, 9, 9),
    );
    expect(readDicom(file, { inflate: () => "too-large" })).toEqual({
      ok: false,
      reason: "deflated-too-large",
    });
    expect(readDicom(file, { inflate: noInflate })).toEqual({ ok: false, reason: "deflated-damaged" });
  });
  test.each([
    ["explicit", transferSyntaxes.explicitLittleEndian],
    ["implicit", transferSyntaxes.implicitLittleEndian],
    ["big endian", transferSyntaxes.explicitBigEndian],
  ])("without a header, %s: one is added", (_name, syntax) => {
    const { instance, stored, warnings } = read(writeElements(sliceElements(), encodingOf(syntax)));
    expect(warnings).toEqual(["no-header"]);
    expect(instance.transferSyntax).toBe(syntax);
    expect(read(stored)).toMatchObject({ instance, warnings: [] });
  });
  test("without a header and with one stray byte before it", () => {
    const bare = writeElements(sliceElements(), encodingOf(transferSyntaxes.explicitLittleEndian));
    const { instance, stored, warnings } = read(concatenated([Uint8Array.of(0x0a), bare]));
    expect(warnings).toEqual(["no-header", "stray-bytes"]);
    expect(instance).toEqual({ ...expected, pixels: instance.pixels });
    expect(read(stored).instance).toEqual(instance);
  });
  test("a header without its preamble", () => {
    const { instance, warnings } = read(sliceFile().subarray(header));
    expect(warnings).toEqual(["no-header"]);
    expect(instance).toEqual(expected);
  });
  test("a header that says another syntax than the elements are written in", () => {
    const implicit = writeElements(sliceElements(), encodingOf(transferSyntaxes.implicitLittleEndian));
    const file = withHeader({ ...facts, transferSyntax: transferSyntaxes.explicitLittleEndian }, implicit);
    const { instance, stored, warnings } = read(file);
    expect(warnings).toEqual(["wrong-syntax"]);
    expect(instance.transferSyntax).toBe(transferSyntaxes.implicitLittleEndian);
    expect(read(stored)).toMatchObject({ instance, warnings: [] });
  });
  test("a public sequence that a system wrote as unknown is read in implicit syntax", () => {
    const inner = writeElements(
      [{ tag: 0x00081140, items: [[{ tag: 0x00081155, vr: "UI", value: uid(7) }]] }],
      encodingOf(transferSyntaxes.implicitLittleEndian),
    );
    const { instance } = read(sliceFile({}, [{ tag: 0x00081140, vr: "UN", value: inner.subarray(8) }]));
    expect(instance.metadata["00081140"]).toEqual({
      vr: "SQ",
      Value: [{ "00081155": { vr: "UI", Value: [uid(7)] } }],
    });
  });
});

describe("what is kept", () => {
  test("has an empty preamble, since it can hold a program; the file handed in is left alone", () => {
    const file = sliceFile().fill(0x4d, 0, 128);
    const { stored } = read(file);
    expect(stored.subarray(0, 128).every((byte) => byte === 0)).toBe(true);
    expect(stored.subarray(128)).toEqual(file.subarray(128));
    expect(file[0]).toBe(0x4d);
  });
  test("is the very file where nothing had to be changed", () => {
    const file = sliceFile();
    expect(read(file).stored).toBe(file);
  });
});

describe("files that lie or end too soon", () => {
  const file = sliceFile();
  test("pixels cut short: the rest is read, no frame is promised", () => {
    const { instance, warnings } = read(file.subarray(0, -4));
    expect(warnings).toEqual(["cut-short", "pixels-cut-short"]);
    expect(instance.pixels).toBeNull();
    expect(instance.series.modality).toBe("CT");
  });
  test("fewer pixels than rows and columns ask for, without any cut", () => {
    expect(read(sliceFile({ rows: 300 }))).toMatchObject({
      warnings: ["pixels-cut-short"],
      instance: { pixels: null, rows: 300 },
    });
  });
  test("more frames than there are pixels: only those that are there have places", () => {
    const { instance, warnings } = read(sliceFile({}, [{ tag: 0x00280008, vr: "IS", value: "2000000000" }]));
    expect(warnings).toEqual(["pixels-cut-short"]);
    expect(instance.pixels?.frames).toHaveLength(1);
  });
  test("cut before the identifiers", () => expect(refusalOf(file.subarray(0, 420))).toBe("cut-short"));
  test("identifiers missing or malformed", () => {
    expect(refusalOf(writeDicom(without(sliceElements(), 0x0020000d)))).toBe("no-identifiers");
    expect(refusalOf(sliceFile({ seriesUid: "1.2.x" }))).toBe("no-identifiers");
    expect(refusalOf(sliceFile({ studyUid: `1.${"2".repeat(70)}` }))).toBe("no-identifiers");
  });
  test("a sequence deeper than any real one", () => {
    expect(read(sliceFile({}, [nested(dicomLimits.depth)])).warnings).toEqual([]);
    expect(refusalOf(sliceFile({}, [nested(dicomLimits.depth + 1)]))).toBe("too-deep");
  });
  test("a million elements and more", () => {
    const one = writeElements([{ tag: 0x00091001, vr: "SH", value: "" }], encodingOf(""));
    const many = new Uint8Array(one.length * (dicomLimits.elements + 1));
    for (let at = 0; at < many.length; at += one.length) many.set(one, at);
    expect(
      refusalOf(withHeader({ ...facts, transferSyntax: transferSyntaxes.explicitLittleEndian }, many)),
    ).toBe("too-many-elements");
  });
  test("an item longer than its sequence: what is outside of it is read", () => {
    const broken = Uint8Array.of(0xfe, 0xff, 0x00, 0xe0, 0xff, 0, 0, 0, 8, 0, 0x50, 0);
    const { instance, warnings } = read(sliceFile({}, [{ tag: 0x00081140, vr: "SQ", value: broken }]));
    expect(warnings).toEqual(["damaged"]);
    expect(instance.series.modality).toBe("CT");
    expect(instance.pixels?.frames).toHaveLength(1);
  });
  test("an element that comes twice counts as first written", () => {
    const twice = [...sliceElements(), { tag: 0x00100020, vr: "LO", value: "PH-2" }];
    expect(read(writeDicom(twice))).toMatchObject({
      warnings: ["repeated-element"],
      instance: { patient: { id: "PH-1" } },
    });
  });
  test("values of many megabytes, where a name or a number is expected", () => {
    const long = 9 * 1024 * 1024;
    const { instance } = read(
      sliceFile({}, [
        { tag: 0x00100010, vr: "UT", value: new Uint8Array(long).fill(0x41) },
        { tag: 0x00280010, vr: "UN", value: new Uint8Array(long).fill(1) },
        { tag: 0x00200032, vr: "UT", value: new Uint8Array(long).fill(0x5c) },
      ]),
    );
    expect(instance.patient.name.length).toBeLessThan(long / 2);
    expect(instance.geometry.position).toBeNull();
    expect(instance.metadata["00100010"]).toBeUndefined();
  });
  test("zeros after the end are padding", () => {
    expect(read(concatenated([file, new Uint8Array(100)])).warnings).toEqual([]);
  });
  test.each([
    ["nothing", new Uint8Array()],
    ["text", new TextEncoder().encode("Dear colleague,\n".repeat(40))],
    ["zeros", new Uint8Array(5000)],
    ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82)],
    ["a PDF", new TextEncoder().encode("%PDF-1.7\n".repeat(30))],
  ])("%s is not DICOM", (_name, bytes) => expect(refusalOf(bytes)).toBe("not-dicom"));
  test("a DICOMDIR is no instance", () => {
    expect(refusalOf(writeDicom([{ tag: 0x00041220, items: [] }]))).toBe("directory");
  });
});

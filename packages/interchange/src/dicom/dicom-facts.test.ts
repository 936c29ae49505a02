import { describe, expect, test } from "vitest";
import { read, sliceElements, sliceFile, without } from "./testing/dicom-files.ts";
import { writeDicom, type WrittenElement } from "./write-dicom.ts";

const study = (value: readonly WrittenElement[]) => read(sliceFile({}, value)).instance;

const dateOf = (date: string, time: string, offset: string) =>
  study([
    { tag: 0x00080020, vr: "DA", value: date },
    { tag: 0x00080030, vr: "TM", value: time },
    { tag: 0x00080201, vr: "SH", value: offset },
  ]).study.date;

const group = (tag: number, members: readonly WrittenElement[]): WrittenElement => ({
  tag,
  items: [members],
});

describe("facts as they are written", () => {
  test("dates with time and offset; one that is none is left out", () => {
    expect(dateOf("20260105", "101500.25", "+0100")).toBe("2026-01-05T10:15:00+01:00");
    expect(dateOf("2026.01.05", "1015", "")).toBe("2026-01-05T10:15");
    expect(dateOf("20260105", "9", "")).toBe("2026-01-05");
    expect(dateOf("20260105", "991500", "")).toBe("2026-01-05");
    expect(dateOf("20260231", "101500", "")).toBeNull();
  });
  test.each([
    ["Vexley^Orla^Mary^Dr^MD", "Dr Orla Mary Vexley MD"],
    ["Vexley", "Vexley"],
    ["Yamada^Tarou=山田^太郎=やまだ^たろう", "Tarou Yamada"],
    ["=山田^太郎", "山田 太郎"],
    ["^", ""],
  ])("the name %s", (value, name) =>
    expect(study([{ tag: 0x00100010, vr: "PN", value }]).patient.name).toBe(name),
  );
  test.each([
    ["1\\0\\0\\0\\1\\0", "axial"],
    ["1\\0\\0\\0\\0\\-1", "coronal"],
    ["0\\1\\0\\0\\0\\-1", "sagittal"],
    ["1\\0\\0\\0\\0.707107\\0.707107", "oblique"],
    ["1\\0\\0\\1\\0\\0", null],
    ["5\\0\\0\\0\\1\\0", null],
  ])("the orientation %s", (value, plane) =>
    expect(study([{ tag: 0x00200037, vr: "DS", value }]).geometry.plane).toBe(plane),
  );
  test("places and spacing of enhanced pictures, from their functional groups", () => {
    const elements = without(sliceElements(), 0x00200032, 0x00200037, 0x00280030, 0x00180050);
    const { geometry } = read(
      writeDicom([
        ...elements,
        group(0x52009229, [
          group(0x00209116, [{ tag: 0x00200037, vr: "DS", value: "1\\0\\0\\0\\0\\-1" }]),
          group(0x00289110, [
            { tag: 0x00280030, vr: "DS", value: "2\\3" },
            { tag: 0x00180050, vr: "DS", value: "4" },
          ]),
        ]),
        group(0x52009230, [group(0x00209113, [{ tag: 0x00200032, vr: "DS", value: "7\\8\\9" }])]),
      ]),
    ).instance;
    expect(geometry).toMatchObject({
      position: [7, 8, 9],
      plane: "coronal",
      pixelSpacing: [2, 3],
      thicknessMm: 4,
    });
  });
});

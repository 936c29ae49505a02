import { describe, expect, test } from "vitest";
import type { Plane } from "./picture.ts";
import { portalVenous } from "./torso-phase.ts";
import { type Lesion, liverValue, makeTorso } from "./torso.ts";

const plane: Plane = {
  kind: "axial",
  columns: 256,
  rows: 256,
  pixel: 1.4,
  origin: [-178.5, -178.5, 215],
};
const lesion: Lesion = { at: [-86, 18, 215], mm: [21, 17], degrees: 0, value: 52, soft: 5 };
const slice = (lesions: readonly Lesion[], seed = 7): Float32Array =>
  makeTorso({ seed, spleenLength: 110, lesions, phase: portalVenous }).slice(plane, 1);

describe("a drawn torso", () => {
  test("has a lesion of the size that was asked for, at half of its contrast", () => {
    const [plain, diseased] = [slice([]), slice([lesion])];
    const half = (liverValue - lesion.value) / 2;
    const dark = Array.from(plain, (value, at) => value - (diseased[at] ?? 0)).flatMap((less, at) =>
      less > half ? [{ column: at % 256, row: Math.floor(at / 256) }] : [],
    );
    const extent = (along: readonly number[]) => (Math.max(...along) - Math.min(...along) + 1) * plane.pixel;
    expect(Math.abs(extent(dark.map(({ column }) => column)) - 21)).toBeLessThan(2 * plane.pixel);
    expect(Math.abs(extent(dark.map(({ row }) => row)) - 17)).toBeLessThan(2 * plane.pixel);
  });
  test("is as large as a person, skin to skin", () => {
    const values = slice([]);
    const middle = Array.from(values.subarray(128 * 256, 129 * 256)).flatMap((value, column) =>
      value > -300 ? [column] : [],
    );
    const width = (Math.max(...middle) - Math.min(...middle)) * plane.pixel;
    expect(width).toBeGreaterThan(280);
    expect(width).toBeLessThan(320);
  });
  test("is the same for the same seed and another for another", () => {
    expect(slice([lesion])).toEqual(slice([lesion]));
    expect(slice([lesion], 8)).not.toEqual(slice([lesion]));
  });
});

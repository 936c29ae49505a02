import { expect, test } from "vitest";
import type { DicomDataset } from "../dicom-json.ts";
import { element } from "../testing-frames.ts";
import { toPatientFrom, toVoxel, withinVolume } from "./slice-volume.ts";
import { refusalOf, stackOf, volumeIn } from "./testing-stack.ts";

const at = (x: number, y: number, z: number) => ({ "00200032": element("DS", x, y, z) });

/** One slice of the stack is unlike the others. */
const other = (slice: number, changed: DicomDataset): DicomDataset => (slice === 2 ? changed : {});

test("a stack is a volume: its size, its spacings, and where each voxel lies", () => {
  const volume = volumeIn(stackOf(5));
  expect(volume.size).toEqual([6, 4, 5]);
  expect(volume.spacing).toEqual([0.8, 0.7, 2.5]);
  expect(toPatientFrom(volume, [0, 0, 0])).toEqual([-10, -20, 0]);
  const [x, y, z] = toPatientFrom(volume, [5, 3, 4]);
  expect([x, y, z].map((part) => part.toFixed(3))).toEqual(["-6.000", "-17.900", "10.000"]);
});

test("a place of the patient comes back to its voxel, in a leaning stack too", () => {
  const [cosine, sine] = [Math.cos(0.4), Math.sin(0.4)];
  const volume = volumeIn(
    stackOf(5, (slice) => ({
      "00200037": element("DS", 1, 0, 0, 0, cosine, sine),
      ...at(3, -slice * 2 * sine, slice * 2 * cosine),
    })),
  );
  expect(volume.spacing[2]).toBeCloseTo(2, 6);
  const voxel = toVoxel(volume, toPatientFrom(volume, [4, 1, 3]));
  expect(voxel.map((part) => part.toFixed(6))).toEqual(["4.000000", "1.000000", "3.000000"]);
});

test("slices that count against their normal make a volume that counts as they do", () => {
  const volume = volumeIn(stackOf(5, (slice) => at(-10, -20, 100 - slice * 3)));
  expect(volume.directions[2]).toEqual([-0, -0, -1]);
  expect(volume.spacing[2]).toBe(3);
  expect(toPatientFrom(volume, [0, 0, 4])[2]).toBe(88);
  expect(toVoxel(volume, [-10, -20, 97])[2]).toBe(1);
});

test("a tilted gantry is refused: each slice lies beside the one below it", () => {
  expect(refusalOf(stackOf(5, (slice) => at(-10, -20 + slice * 0.6, slice * 2.5)))).toBe("tilted");
  // What decimal text loses is no tilt.
  expect(refusalOf(stackOf(5, (slice) => at(-10, -20 + slice * 0.01, slice * 2.5)))).toBeUndefined();
});

test("slices that are not evenly spaced are refused: one that is missing, and one that was moved", () => {
  expect(refusalOf(stackOf(6, (slice) => at(-10, -20, (slice < 3 ? slice : slice + 1) * 2.5)))).toBe(
    "uneven",
  );
  expect(refusalOf(stackOf(6, (slice) => at(-10, -20, slice * 2.5 + (slice === 2 ? 0.2 : 0))))).toBe(
    "uneven",
  );
  expect(
    refusalOf(stackOf(6, (slice) => at(-10, -20, slice * 2.5 + (slice === 2 ? 0.02 : 0)))),
  ).toBeUndefined();
});

test("two times of one place, two frames of reference, other sizes and other directions are refused", () => {
  expect(refusalOf(stackOf(6, (slice) => at(-10, -20, Math.floor(slice / 2) * 2.5)))).toBe("same-place");
  expect(refusalOf(stackOf(5, (slice) => other(slice, { "00200052": element("UI", "2.25.8") })))).toBe(
    "two-frames-of-reference",
  );
  expect(refusalOf(stackOf(5, (slice) => other(slice, { "00280010": element("US", 8) })))).toBe(
    "different-sizes",
  );
  expect(refusalOf(stackOf(5, (slice) => other(slice, { "00280030": element("DS", 0.7, 0.9) })))).toBe(
    "different-sizes",
  );
  expect(
    refusalOf(stackOf(5, (slice) => other(slice, { "00200037": element("DS", 0, 1, 0, -1, 0, 0) }))),
  ).toBe("not-parallel");
});

test("what has no place, no depth or no single value for a pixel is refused", () => {
  expect(refusalOf(stackOf(2))).toBe("too-few");
  expect(refusalOf(stackOf(5, () => ({ "00200052": element("UI") })))).toBe("no-place");
  expect(refusalOf(stackOf(5, () => ({ "00280004": element("CS", "RGB") })))).toBe("in-colour");
  expect(refusalOf(stackOf(5, () => ({ "00280004": element("CS", "MONOCHROME1") })))).toBeUndefined();
  const huge = { "00280010": element("US", 10_000), "00280011": element("US", 10_000) };
  expect(refusalOf(stackOf(3, () => huge))).toBe("too-large");
});

test("what is recorded to be seen dark where it is high says so", () => {
  const dark = stackOf(3, () => ({ "00280004": element("CS", "MONOCHROME1") }));
  expect(volumeIn(dark).isInverted).toBe(true);
  expect(volumeIn(stackOf(3)).isInverted).toBe(false);
});

test("a place outside the volume goes to the nearest voxel", () => {
  expect(withinVolume(volumeIn(stackOf(5)), [-3, 1.6, 99])).toEqual([0, 2, 4]);
});

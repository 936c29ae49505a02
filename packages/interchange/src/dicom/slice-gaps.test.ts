import { expect, test } from "vitest";
import type { CtSlice } from "./ct-slice.ts";
import type { DicomInstance } from "./dicom-instance.ts";
import { sliceGaps } from "./slice-gaps.ts";
import { inSliceOrder } from "./slice-order.ts";
import { read, sliceFile, uid } from "./testing/dicom-files.ts";
import type { WrittenElement } from "./write-dicom.ts";

const slice = (
  number: number,
  z: number,
  others: readonly WrittenElement[] = [],
  changes: Partial<CtSlice> = {},
): DicomInstance =>
  read(
    sliceFile(
      { instanceUid: uid(1, 1, number), instanceNumber: number, position: [0, 0, z], ...changes },
      others,
    ),
  ).instance;

const gapsOf = (instances: readonly DicomInstance[]) =>
  sliceGaps(inSliceOrder(instances.map((instance) => ({ instance }))).map(({ instance }) => instance));

const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
/** Numbered from 1, 2 mm apart. */
const stack = (numbers: readonly number[], others: readonly WrittenElement[] = []) =>
  numbers.map((number) => slice(number, 2 * number, others));
const code = (tag: number, value: string): WrittenElement => ({ tag, vr: "CS", value });
const numbered = (tag: number, value: number): WrittenElement => ({ tag, vr: "IS", value: String(value) });

const placeless: WrittenElement = { tag: 0x00200032, vr: "DS", value: "" };

test("slices that are all there are whole, whichever way they are numbered and however they are rounded", () => {
  expect(gapsOf(stack(upTo(50)))).toEqual([]);
  expect(gapsOf(upTo(50).map((number) => slice(number, -2 * number)))).toEqual([]);
  expect(gapsOf([0, 2.001, 4, 5.999, 8].map((z, number) => slice(number, z)))).toEqual([]);
});

test("where slices are missing, it is said between which, and how many would fit in", () => {
  const some = upTo(50).filter((number) => number <= 40 || number > 43);
  expect(gapsOf(stack(some))).toEqual([{ after: 40, before: 41, missing: 3 }]);
  expect(gapsOf(some.map((number) => slice(number, -2 * number)))).toEqual([
    { after: 40, before: 41, missing: 3 },
  ]);
});

test("numbers that were given anew afterwards hide nothing", () => {
  expect(gapsOf([0, 2, 4, 8, 10, 16].map((z, number) => slice(number, z)))).toEqual([
    { after: 3, before: 4, missing: 1 },
    { after: 5, before: 6, missing: 2 },
  ]);
});

test("many gaps are gaps where the numbers say so", () => {
  const some = upTo(30).filter((number) => ![4, 5, 9, 12, 15, 16, 17, 22, 25, 28].includes(number));
  expect(gapsOf(stack(some)).map(({ missing }) => missing)).toEqual([2, 1, 1, 3, 1, 1, 1]);
});

test("a slice without numbers is missing by its place alone", () => {
  const nameless: WrittenElement = { tag: 0x00200013, vr: "IS", value: "" };
  expect(gapsOf(stack([1, 2, 3, 5, 6, 7], [nameless]))).toHaveLength(1);
});

test("a tilted gantry spaces its slices along their normal", () => {
  const tilted: WrittenElement = { tag: 0x00200037, vr: "DS", value: "1\\0\\0\\0\\0.9659258\\-0.258819" };
  const at = (number: number) => slice(number, 0, [tilted], { position: [0, 0, 3 * number] });
  expect(gapsOf(upTo(20).map(at))).toEqual([]);
  const some = upTo(20).filter((number) => number !== 9);
  expect(gapsOf(some.map(at))).toEqual([{ after: 8, before: 9, missing: 1 }]);
});

test.each([
  ["a localizer of a few slices", [0, 20, 60, 80], [code(0x00080008, "ORIGINAL\\PRIMARY\\LOCALIZER")]],
  ["two slices far apart", [0, 50], []],
  ["three slices that tell nothing of a usual step", [0, 2, 9], []],
  ["spacing that changes for good", [0, 2, 4, 6, 8, 10, 15, 20, 25, 30], []],
  ["spacing that is not even at all", [0, 2, 5, 6, 11, 13, 20, 22, 27], []],
  ["stacks of as many slices each", [0, 2, 4, 12, 14, 16, 24, 26, 28], []],
  ["several pictures at each place", [0, 0, 2, 2, 4, 4, 6, 6], []],
] as const)("%s: nothing is missing", (_name, places, others) => {
  expect(gapsOf(places.map((z, number) => slice(number, z, others)))).toEqual([]);
});

const block = (number: number) => [numbered(0x00200012, number)];

test("two blocks that were recorded one after the other are not one with a gap", () => {
  const [neck, belly] = [
    [0, 2, 4, 6, 8],
    [20, 22, 24, 26],
  ];
  const items = [
    ...neck.map((z, at) => slice(at + 1, z, block(1))),
    ...belly.map((z, at) => slice(at + 6, z, block(2))),
  ];
  expect(gapsOf(items)).toEqual([]);
});

test("thicker slices behind thin ones are another block", () => {
  const thin = [0, 2, 4, 6, 8].map((z, at) => slice(at + 1, z));
  const thick = slice(6, 12, [], { thicknessMm: 4 });
  expect(gapsOf([...thin, thick])).toEqual([]);
});

const echoes = (without: (number: number, echo: number) => boolean) =>
  [1, 2].flatMap((echo) =>
    upTo(10).flatMap((place) => {
      const number = 2 * place - 2 + echo;
      const echoNumber = [numbered(0x00180086, echo)];
      return without(place, echo) ? [] : [slice(number, 3 * place, echoNumber)];
    }),
  );

test("two echoes lie at the same places; a slice that only one of them lacks is missing", () => {
  expect(gapsOf(echoes(() => false))).toEqual([]);
  expect(gapsOf(echoes((place, echo) => place === 5 && echo === 2))).toEqual([
    { after: 8, before: 11, missing: 1 },
  ]);
  expect(gapsOf(echoes((place) => place === 5))).toContainEqual({ after: 8, before: 9, missing: 1 });
});

test("each direction for itself, and pictures of another size are another stack", () => {
  const coronal: WrittenElement = { tag: 0x00200037, vr: "DS", value: "1\\0\\0\\0\\0\\-1" };
  const across = upTo(6).map((number) => slice(100 + number, 0, [coronal], { position: [0, 9 * number, 0] }));
  expect(gapsOf([...stack(upTo(6)), ...across])).toEqual([]);
  const scout = slice(200, 200, [], { rows: 3, columns: 2 });
  expect(gapsOf([...stack(upTo(6)), scout])).toEqual([]);
});

test("slices of CT that say no place are missing by their numbers", () => {
  const some = upTo(20).filter((number) => ![7, 8].includes(number));
  expect(gapsOf(stack(some, [placeless]))).toEqual([{ after: 6, before: 7, missing: 2 }]);
  expect(gapsOf(stack(upTo(20), [placeless]))).toEqual([]);
});

test("numbers that mean something else say nothing", () => {
  const odd = upTo(20).map((number) => 2 * number);
  expect(gapsOf(stack(odd, [placeless]))).toEqual([]);
  const few = [1, 2, 3, 5];
  expect(gapsOf(stack(few, [placeless]))).toEqual([]);
  const ultrasound: WrittenElement = { tag: 0x00080016, vr: "UI", value: "1.2.840.10008.5.1.4.1.1.6.1" };
  const stills = upTo(20).filter((number) => number !== 7);
  expect(gapsOf(stack(stills, [placeless, ultrasound]))).toEqual([]);
});

test("loops are not slices", () => {
  const loop: readonly WrittenElement[] = [
    numbered(0x00280008, 2),
    { tag: 0x7fe00010, vr: "OW", value: Array.from({ length: 12 }, () => 0) },
  ];
  expect(gapsOf([1, 2, 3, 5, 6].map((number) => slice(number, 2 * number, loop)))).toEqual([]);
});

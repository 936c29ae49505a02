import { expect, test } from "vitest";
import { type RecordedPicture, type ShadeLook, shadesOf, smaller } from "./shades.ts";

const grey = (
  stored: ArrayLike<number>,
  columns: number,
  changed: Partial<RecordedPicture> = {},
): RecordedPicture => ({
  stored,
  channels: 1,
  columns,
  rows: stored.length / columns,
  slope: 1,
  intercept: 0,
  ...changed,
});

/** Every pixel's four bytes. */
function shades(picture: RecordedPicture, look: ShadeLook, part?: readonly [number, number, number, number]) {
  const [left, top, width, height] = part ?? [0, 0, picture.columns, picture.rows];
  const bytes = [...shadesOf(picture, { left, top, width, height }, look)];
  return Array.from({ length: bytes.length / 4 }, (_, pixel) => bytes.slice(pixel * 4, pixel * 4 + 4));
}

const window = { centre: 50, width: 100 };
const shape = "linear-exact" as const;
const red = ([first]: readonly number[]) => first;

test("grey follows the window, black for white too; what is not there is clear", () => {
  const values = grey(new Float32Array([-500, 75, 500, Number.NaN]), 4);
  const plain = shades(values, { window, isInverted: false, shape });
  expect(plain).toEqual([
    [0, 0, 0, 255],
    [191, 191, 191, 255],
    [255, 255, 255, 255],
    [0, 0, 0, 0],
  ]);
  expect(shades(values, { window, isInverted: true, shape }).map(red)).toEqual([255, 64, 0, 0]);
});

test("the window is one of values, whatever numbers were recorded for them", () => {
  const recorded = grey(new Int16Array([974, 1024, 1099, 1124]), 4, { slope: 1, intercept: -1024 });
  const look = { window, isInverted: false, shape };
  const values = grey(new Float32Array([-50, 0, 75, 100]), 4);
  expect(shades(recorded, look)).toEqual(shades(values, look));
  const fine = grey(new Uint16Array([0, 300, 400]), 3, { slope: 0.25, intercept: 0 });
  expect(shades(fine, look).map(red)).toEqual([0, 191, 255]);
});

test("a sigmoid is in the middle of grey where the window is, and never quite black or white", () => {
  const values = grey(new Int16Array([50, 100, -32768, 32767]), 4);
  expect(shades(values, { window, isInverted: false, shape: "sigmoid" }).map(red)).toEqual([
    128, 225, 0, 255,
  ]);
  expect(shades(values, { window, isInverted: true, shape: "sigmoid" }).map(red)).toEqual([128, 30, 255, 0]);
});

test("colours are windowed each by itself, with or without an opacity of their own", () => {
  const look = { window: { centre: 128, width: 256 }, isInverted: false, shape };
  const three = grey(new Uint8Array([0, 128, 255, 10, 20, 30]), 2, { channels: 3, rows: 1 });
  const four = grey(new Uint8ClampedArray([0, 128, 255, 0, 10, 20, 30, 0]), 2, { channels: 4, rows: 1 });
  expect(shades(three, look)).toEqual(shades(four, look));
  expect(shades(three, look)[0]).toEqual([0, 128, 254, 255]);
  expect(shades(three, { ...look, isInverted: true })[0]).toEqual([255, 128, 1, 255]);
});

test("a part is taken from its own rows and columns", () => {
  const numbered = grey(new Uint8Array([0, 1, 2, 10, 11, 12, 20, 21, 22]), 3);
  const look = { window: { centre: 127.5, width: 255 }, isInverted: false, shape };
  expect(shades(numbered, look, [1, 1, 2, 2]).map(red)).toEqual([11, 12, 21, 22]);
});

test("a smaller picture has the means of what it was, in grey and in colour, and keeps how they are read", () => {
  const picture = grey(new Int16Array([0, 2, 10, 30, 9, 4, 6, 20, 40, 9]), 5, { slope: 2 });
  const { stored, ...half } = smaller(picture, 2);
  expect(half).toEqual({ channels: 1, columns: 2, rows: 1, slope: 2, intercept: 0 });
  expect(Array.from(stored)).toEqual([3, 25]);
  const colours = grey(new Uint8Array([0, 100, 0, 100, 2, 100, 2, 100, 0, 4, 0, 4]), 2, {
    channels: 3,
    rows: 2,
  });
  expect(Array.from(smaller(colours, 2).stored)).toEqual([26.5, 50.5, 26]);
});

import { levelIn, windowFunctions } from "@consilium/interchange/drawing";
import { looksUp, type WindowFunction } from "@consilium/interchange/tables";
import { imageLoader } from "@cornerstonejs/core";
import { expect, test } from "vitest";
import { decodedPicture, registerMetadata } from "./cornerstone.ts";
import { shadesOf, withWindow } from "./shades.ts";
import { ctSlice, element, frameOf } from "./testing-frames.ts";

interface Rescale {
  readonly slope: number;
  readonly intercept: number;
}

const rescales: readonly Rescale[] = [
  { slope: 1, intercept: 0 },
  { slope: 1, intercept: -1024 },
  { slope: 0.25, intercept: 3 },
  { slope: -2, intercept: 500 },
];
/** From the narrowest that the shape allows. */
const windows = [
  { center: 50, width: 350 },
  { center: 40, width: 80 },
  { center: 12.5, width: 3 },
  { center: 40, width: 2 },
  { center: 40.5, width: 1 },
  { center: 10, width: 0.5 },
];

const cases = windowFunctions.flatMap((shape) =>
  windows
    .filter(({ width }) => shape !== "linear" || width >= 1)
    .flatMap((window) =>
      rescales.flatMap((rescale) =>
        [false, true].map((isInverted) => ({ shape, ...window, ...rescale, isInverted })),
      ),
    ),
);

const stored = Int16Array.from({ length: 4001 }, (_, at) => at - 2000);

/** As the server's `draw-frame.ts` makes bytes of it. */
function greysOfServer({ shape, center, width, slope, intercept, isInverted }: (typeof cases)[number]) {
  const level = levelIn({ center, width, function: shape });
  return Uint8ClampedArray.from(stored, (value) => {
    const shown = level(value * slope + intercept);
    return isInverted ? 255 - shown : shown;
  });
}

const mostApart = (ours: ArrayLike<number>, theirs: ArrayLike<number>): number =>
  Math.max(...Array.from(theirs, (grey, at) => Math.abs(grey - (ours[at * 4] ?? Number.NaN))));

test.each(cases)("the viewer shows the grey that the server draws, within a step: %j", (asked) => {
  const { shape, center, width, slope, intercept, isInverted } = asked;
  const picture = { stored, channels: 1, columns: stored.length, rows: 1, slope, intercept };
  const part = { left: 0, top: 0, width: stored.length, height: 1 };
  const look = { window: { centre: center, width }, isInverted, shape };
  expect(mostApart(shadesOf(picture, part, look), greysOfServer(asked))).toBeLessThanOrEqual(1);
});

test.each(rescales)(
  "a picture's own table is followed entry by entry, dark to light and back: %j",
  (rescale) => {
    const entries = Uint16Array.from({ length: 500 }, (_, at) =>
      Math.round(4095 * Math.sin((at * Math.PI) / 499)),
    );
    const table = { first: -100, entries, most: 4095 };
    const picture = { stored, channels: 1, columns: stored.length, rows: 1, ...rescale };
    const part = { left: 0, top: 0, width: stored.length, height: 1 };
    const lookUp = looksUp(table);
    for (const isInverted of [false, true]) {
      const look = { window: { centre: 0, width: 1 }, isInverted, shape: "linear", table } as const;
      const theirs = Uint8ClampedArray.from(stored, (value) => {
        const shown = (lookUp(value * rescale.slope + rescale.intercept) / table.most) * 255;
        return isInverted ? 255 - shown : shown;
      });
      expect(mostApart(shadesOf(picture, part, look), theirs)).toBeLessThanOrEqual(1);
    }
  },
);

const names = { linear: "LINEAR", "linear-exact": "LINEAR_EXACT", sigmoid: "SIGMOID" } as const;

/** A picture that says this of its window, as Cornerstone has decoded it. */
function decoded(at: number, says: Parameters<typeof ctSlice>[1]) {
  const frame = frameOf(ctSlice(at, says));
  registerMetadata(ctSlice(at, says), [frame]);
  imageLoader.createAndCacheLocalImage(frame.imageId, {
    scalarData: Int16Array.from([0, 40, 41, 80]),
    dimensions: [2, 2],
    spacing: [1, 1],
    origin: [0, 0, 0],
    direction: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    frameOfReferenceUID: "2.25.9",
  });
  return decodedPicture(frame.imageId);
}

test.each(windowFunctions)("the shape that a file gives its window is the one that is shown: %s", (shape) => {
  const [at, width] = [900 + windowFunctions.indexOf(shape), shape === "linear" ? 80 : 0.5];
  const look = decoded(at, {
    "00281050": element("DS", "40"),
    "00281051": element("DS", String(width)),
    "00281056": element("CS", names[shape]),
  })?.look;
  expect(look).toMatchObject({ window: { centre: 40, width }, shape });
});

test("a picture that brings a table is shown by it, until a hand sets a window", () => {
  const table = element("SQ", {
    "00283002": element("US", 4, 10, 8),
    "00283006": element("US", 0, 9, 200, 255),
  });
  const look = decoded(950, {
    "00281050": element("DS", "40"),
    "00281051": element("DS", "80"),
    "00283010": table,
  })?.look;
  expect(look).toMatchObject({ window: { centre: 11.5, width: 3 }, table: { first: 10, most: 255 } });
  if (!look) throw new Error("It is not decoded");
  expect(withWindow(look, { centre: 11.5, width: 3 }, true).table).toBe(look.table);
  expect(withWindow(look, { centre: 40, width: 80 }, false)).not.toHaveProperty("table");
});

const shapeAt = (shape: WindowFunction, width: number) =>
  withWindow({ window: { centre: 40, width: 80 }, isInverted: false, shape }, { centre: 40, width }, true);

test("a window that is set by hand is exact however narrow; a sigmoid stays one, and a picture's own window its own", () => {
  expect(shapeAt("linear", 1)).toEqual({
    window: { centre: 40, width: 1 },
    isInverted: true,
    shape: "linear-exact",
  });
  expect(shapeAt("linear", 80)).toMatchObject({ isInverted: true, shape: "linear" });
  expect(shapeAt("sigmoid", 20).shape).toBe("sigmoid");
});

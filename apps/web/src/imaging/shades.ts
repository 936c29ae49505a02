import { type LookupTable, looksUp, type WindowFunction } from "@consilium/interchange/tables";
import { rangeOfWindow, type ValueWindow } from "./window-presets.ts";

/** What was recorded of a picture, row after row: each number times `slope` plus `intercept` is its value. */
export interface RecordedPicture {
  readonly stored: ArrayLike<number>;
  /** Numbers of one pixel: 1 is grey, 3 and 4 are red, green and blue; a fourth is left out. */
  readonly channels: number;
  readonly columns: number;
  readonly rows: number;
  readonly slope: number;
  readonly intercept: number;
}

/** How values become shades. */
export interface ShadeLook {
  readonly window: ValueWindow;
  readonly isInverted: boolean;
  readonly shape: WindowFunction;
  /** By this and not by the window, which is what the table shows. */
  readonly table?: LookupTable;
}

/**
 * The same with another window, if there is one. What the picture does not say itself is shown exactly, however narrow it is; a picture
 * whose shades follow a sigmoid goes on with it.
 */
export function withWindow(look: ShadeLook, window: ValueWindow | undefined, isInverted: boolean): ShadeLook {
  const isOwn = window?.centre === look.window.centre && window.width === look.window.width;
  if (!window || isOwn) return { ...look, isInverted };
  return { window, isInverted, shape: look.shape === "sigmoid" ? "sigmoid" : "linear-exact" };
}

/** A part of a picture, in whole pixels. */
export interface PicturePart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Red, green, blue and opacity of each pixel of a part. A value that is NaN was not recorded, and is left clear. */
export function shadesOf(
  picture: RecordedPicture,
  part: PicturePart,
  look: ShadeLook,
): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(part.width * part.height * 4);
  const shade = shadeWith(look, picture);
  if (picture.channels === 1) paintGrey(new Uint32Array(bytes.buffer), picture, part, shade);
  else paintColours(bytes, picture, part, shade);
  return bytes;
}

type Shade = (stored: number) => number;

/** From a recorded number to 0 (black) until 255 (white), as the server's `levelIn` has it. */
function shadeWith(look: ShadeLook, picture: RecordedPicture): Shade {
  if (look.table) return byTable(look.table, look.isInverted, picture);
  if (look.shape === "sigmoid") return alongSigmoid(look, picture);
  const { centre, width } = look.window;
  if (look.shape === "linear-exact") return alongLine(look, rangeOfWindow(look.window), picture);
  // One wide, it parts black from white.
  if (width <= 1) return parted(look, picture);
  // Of whole values: between the first and the last of so many.
  return alongLine(look, rangeOfWindow({ centre: centre - 0.5, width: width - 1 }), picture);
}

function byTable(table: LookupTable, isInverted: boolean, { slope, intercept }: RecordedPicture): Shade {
  const lookUp = looksUp(table);
  const [black, white] = isInverted ? [255.5, -255 / table.most] : [0.5, 255 / table.most];
  return (stored) => black + white * lookUp(stored * slope + intercept);
}

function alongSigmoid({ window, isInverted }: ShadeLook, { slope, intercept }: RecordedPicture): Shade {
  const pace = (-4 * slope) / window.width;
  const start = (-4 * (intercept - window.centre)) / window.width;
  const [black, white] = isInverted ? [255.5, -255] : [0.5, 255];
  return (stored) => black + white / (1 + Math.exp(start + pace * stored));
}

function parted({ window, isInverted }: ShadeLook, { slope, intercept }: RecordedPicture): Shade {
  const last = window.centre - 0.5;
  const [dark, light] = isInverted ? [255, 0] : [0, 255];
  return (stored) => (stored * slope + intercept <= last ? dark : light);
}

function alongLine(
  { isInverted }: ShadeLook,
  { lower, upper }: ReturnType<typeof rangeOfWindow>,
  { slope, intercept }: RecordedPicture,
): Shade {
  const pace = (isInverted ? -255 : 255) / (upper - lower);
  // Half a shade more, because the rest is cut off.
  const start = (intercept - (isInverted ? upper : lower)) * pace + 0.5;
  const step = slope * pace;
  return (stored) => {
    const grey = stored * step + start;
    return grey < 0 ? 0 : grey > 255 ? 255 : grey;
  };
}

const opaque = 0xff_00_00_00;
/** The same in red, green and blue. Every machine that runs a browser puts the lowest byte first. */
const inEach = 0x01_01_01;

function paintGrey(pixels: Uint32Array, picture: RecordedPicture, part: PicturePart, shade: Shade): void {
  const { stored, columns } = picture;
  let pixel = 0;
  for (let row = part.top; row < part.top + part.height; row += 1) {
    const first = row * columns + part.left;
    for (let at = first; at < first + part.width; at += 1) {
      const value = stored[at] ?? Number.NaN;
      if (!Number.isNaN(value)) pixels[pixel] = opaque | (Math.trunc(shade(value)) * inEach);
      pixel += 1;
    }
  }
}

function paintColours(
  bytes: Uint8ClampedArray,
  picture: RecordedPicture,
  part: PicturePart,
  shade: Shade,
): void {
  const { stored, columns, channels } = picture;
  let byte = 0;
  for (let row = part.top; row < part.top + part.height; row += 1) {
    for (let column = part.left; column < part.left + part.width; column += 1) {
      const first = (row * columns + column) * channels;
      for (let channel = 0; channel < 3; channel += 1)
        bytes[byte + channel] = Math.trunc(shade(stored[first + channel] ?? 0));
      bytes[byte + 3] = 255;
      byte += 4;
    }
  }
}

/** Each pixel is the mean of `by` times `by` of the picture's; what is left over at the right and below is cut off. */
export function smaller(picture: RecordedPicture, by: number): RecordedPicture {
  const { stored, channels } = picture;
  const [columns, rows] = [Math.floor(picture.columns / by), Math.floor(picture.rows / by)];
  const means = new Float32Array(columns * rows * channels);
  const wide = columns * channels;
  for (let row = 0; row < rows * by; row += 1) {
    const from = row * picture.columns * channels;
    const to = Math.floor(row / by) * wide;
    for (let column = 0; column < columns; column += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let at = 0; at < by; at += 1) sum += stored[from + (column * by + at) * channels + channel] ?? 0;
        means[to + column * channels + channel] = (means[to + column * channels + channel] ?? 0) + sum;
      }
    }
  }
  for (let at = 0; at < means.length; at += 1) means[at] = (means[at] ?? 0) / (by * by);
  return { ...picture, stored: means, columns, rows };
}

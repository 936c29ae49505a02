import { type Affine, type ScreenPoint, toScreen } from "../drawn/affine.ts";
import type { PixelSpacing } from "./pixel-spacing.ts";
import type { StackLook } from "./stack-look.ts";

/** How a picture is moved, enlarged and turned within its element. */
export interface PicturePose {
  /** 1: the whole picture fits. */
  readonly zoom: number;
  /** CSS pixels from the element's middle to the picture's. */
  readonly pan: ScreenPoint;
  /** Quarters of a turn, clockwise. */
  readonly turns: number;
  /** Left and right are exchanged, before it is turned. */
  readonly isMirrored: boolean;
}

export const unmoved: PicturePose = { zoom: 1, pan: [0, 0], turns: 0, isMirrored: false };

const zoomLimits = { least: 0.2, most: 20 } as const;

const zoomWithin = (zoom: number): number => Math.min(zoomLimits.most, Math.max(zoomLimits.least, zoom));

/** What stands in the middle of the element stays there. */
export function enlarged(pose: PicturePose, factor: number): PicturePose {
  const zoom = zoomWithin(pose.zoom * factor);
  return { ...pose, zoom, pan: [(pose.pan[0] * zoom) / pose.zoom, (pose.pan[1] * zoom) / pose.zoom] };
}

export const moved = (pose: PicturePose, [right, down]: ScreenPoint): PicturePose => ({
  ...pose,
  pan: [pose.pan[0] + right, pose.pan[1] + down],
});

/** A quarter to the right, around the middle of the element. */
export const turned = (pose: PicturePose): PicturePose => ({
  ...pose,
  turns: (pose.turns + 1) % 4,
  pan: [-pose.pan[1], pose.pan[0]],
});

/** As in a mirror beside the screen: also of a picture that was turned, left and right are exchanged. */
export const mirrored = (pose: PicturePose): PicturePose => ({
  ...pose,
  isMirrored: !pose.isMirrored,
  turns: (4 - pose.turns) % 4,
  pan: [-pose.pan[0], pose.pan[1]],
});

export interface PictureSize {
  readonly columns: number;
  readonly rows: number;
  readonly spacing: Pick<PixelSpacing, "row" | "column">;
}

/** Cosine and sine. */
const quarters = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/** From pixels of the picture to its element, `size` in CSS pixels. Undefined: there is no room yet. */
export function placeOfPicture(
  { columns, rows, spacing }: PictureSize,
  [width, height]: ScreenPoint,
  { zoom, pan, turns, isMirrored }: PicturePose,
): Affine | undefined {
  if (width <= 0 || height <= 0) return undefined;
  const [cosine, sine] = quarters[turns] ?? quarters[0];
  const [wide, high] = [columns * spacing.column, rows * spacing.row];
  // Fits as it lies: on its side, its height is what must fit across.
  const [across, below] = sine === 0 ? [wide, high] : [high, wide];
  const scale = Math.min(width / across, height / below) * zoom;
  const [along, down] = [spacing.column * scale * (isMirrored ? -1 : 1), spacing.row * scale];
  const [a, b, c, d] = [cosine * along, sine * along, -sine * down, cosine * down];
  // The first pixel's centre lies half a pixel inside.
  const [column, row] = [(columns - 1) / 2, (rows - 1) / 2];
  const e = width / 2 + pan[0] - a * column - c * row;
  const f = height / 2 + pan[1] - b * column - d * row;
  return { a, b, c, d, e, f };
}

/** A picture as somebody else sees it: what is in the middle there is in the middle here, as large beside the whole. */
export function poseOfLook(
  picture: PictureSize,
  size: ScreenPoint,
  { degrees, isMirrored, part }: Pick<StackLook, "degrees" | "isMirrored" | "part">,
): PicturePose {
  const turns = ((Math.round(degrees / 90) % 4) + 4) % 4;
  const whole: PicturePose = { ...unmoved, turns, isMirrored };
  if (!part) return whole;
  const middled: PicturePose = { ...whole, zoom: zoomWithin(part.zoom) };
  const affine = placeOfPicture(picture, size, middled);
  if (!affine) return middled;
  const [x, y] = toScreen(affine, part.middle);
  return { ...middled, pan: [size[0] / 2 - x, size[1] / 2 - y] };
}

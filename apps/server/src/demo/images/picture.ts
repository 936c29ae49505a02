import type { Point, Solid } from "./solid.ts";

/** Where a picture lies: its columns run along one axis of the patient, its rows down another. */
export interface Plane {
  readonly columns: number;
  readonly rows: number;
  /** Of the middle of the first pixel. */
  readonly origin: Point;
  /** Millimetres between pixels, both ways. */
  readonly pixel: number;
  /** Axial: rows along x, downwards y. Sagittal: rows along y, downwards against z. */
  readonly kind: "axial" | "sagittal";
}

/** A picture while it is drawn. */
export interface Picture {
  readonly plane: Plane;
  readonly values: Float32Array;
  /** Bends bodies that are drawn `bent`: millimetres, by row along u and by column along v. */
  readonly bend: { readonly u: Float32Array; readonly v: Float32Array };
}

export const emptyPicture = (plane: Plane, value: number): Picture => ({
  plane,
  values: new Float32Array(plane.rows * plane.columns).fill(value),
  bend: { u: new Float32Array(plane.rows), v: new Float32Array(plane.columns) },
});

export interface Paint {
  readonly value: number;
  /** Millimetres over which the edge passes from inside to outside. */
  readonly soft?: number;
  /** 0 to 1. */
  readonly strength?: number;
  /** Only as far as this says, 0 to 1 for each pixel. */
  readonly mask?: Float32Array;
  readonly bent?: boolean;
  /** Added to the value, for each pixel. */
  readonly texture?: Float32Array;
}

/** Whether the plane may cut the body at all. */
export const meets = (
  { plane: { kind, origin } }: Picture,
  { low, high }: Solid,
  margin: number,
): boolean => {
  const across = kind === "axial" ? 2 : 0;
  return origin[across] >= low[across] - margin && origin[across] <= high[across] + margin;
};

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The pixels that a body may touch; null where the plane misses it. */
function boxOf(picture: Picture, solid: Solid, margin: number): Box | null {
  if (!meets(picture, solid, margin)) return null;
  const { low, high } = solid;
  const { origin, pixel, columns, rows, kind } = picture.plane;
  const u = kind === "axial" ? 0 : 1;
  const [near, far] =
    kind === "axial" ? [low[1] - origin[1], high[1] - origin[1]] : [origin[2] - high[2], origin[2] - low[2]];
  const box = {
    left: Math.max(0, Math.ceil((low[u] - margin - origin[u]) / pixel)),
    right: Math.min(columns - 1, Math.floor((high[u] + margin - origin[u]) / pixel)),
    top: Math.max(0, Math.ceil((near - margin) / pixel)),
    bottom: Math.min(rows - 1, Math.floor((far + margin) / pixel)),
  };
  return box.left > box.right || box.top > box.bottom ? null : box;
}

const usualSoftness = 2;
const mostBend = 9;

type Visit = (at: number, share: number) => void;
type Sample = (row: number, col: number) => number;

/** The distance of a pixel's middle to the body. */
function sampler({ plane, bend }: Picture, { distance }: Solid, bent: boolean): Sample {
  const { pixel, kind } = plane;
  const [ox, oy, oz] = plane.origin;
  const { u, v } = bend;
  if (kind === "sagittal") return (row, col) => distance(ox, oy + col * pixel, oz - row * pixel);
  if (!bent) return (row, col) => distance(ox + col * pixel, oy + row * pixel, oz);
  return (row, col) => distance(ox + col * pixel + (u[row] ?? 0), oy + row * pixel + (v[col] ?? 0), oz);
}

/** Pixels along the edge of a block that is judged by its middle first. */
const block = 7;
/** How much further than it seems the surface may be passed: distances are estimates. */
const doubt = 1.45;

function coverBlock(
  sample: Sample,
  { left, right, top, bottom }: Box,
  columns: number,
  soft: number,
  visit: Visit,
): void {
  for (let row = top; row <= bottom; row += 1)
    for (let col = left; col <= right; col += 1) {
      const share = 0.5 - sample(row, col) / soft;
      if (share > 0) visit(row * columns + col, share >= 1 ? 1 : share * share * (3 - 2 * share));
    }
}

function fillBlock({ left, right, top, bottom }: Box, columns: number, visit: Visit): void {
  for (let row = top; row <= bottom; row += 1)
    for (let col = left; col <= right; col += 1) visit(row * columns + col, 1);
}

/** Calls with each pixel that the body covers, and how much of it: 0 to 1. */
function cover(
  picture: Picture,
  solid: Solid,
  { soft = usualSoftness, bent = false }: Pick<Paint, "soft" | "bent">,
  visit: Visit,
): void {
  const box = boxOf(picture, solid, soft + (bent ? mostBend : 0));
  if (box === null) return;
  const { columns, pixel } = picture.plane;
  const sample = sampler(picture, solid, bent);
  if (box.right - box.left < 2 * block) return coverBlock(sample, box, columns, soft, visit);
  const reach = 0.71 * block * pixel * doubt + soft / 2;
  for (let top = box.top; top <= box.bottom; top += block)
    for (let left = box.left; left <= box.right; left += block) {
      const [right, bottom] = [Math.min(left + block - 1, box.right), Math.min(top + block - 1, box.bottom)];
      const distance = sample((top + bottom) >> 1, (left + right) >> 1);
      const part = { left, right, top, bottom };
      if (distance < -reach) fillBlock(part, columns, visit);
      else if (distance < reach) coverBlock(sample, part, columns, soft, visit);
    }
}

/** Paints a body over what is there. */
export function paint(picture: Picture, solid: Solid, how: Paint): void {
  const { values } = picture;
  const { value, strength = 1, mask, texture } = how;
  cover(picture, solid, how, (at, share) => {
    const amount = share * strength * (mask === undefined ? 1 : (mask[at] ?? 0));
    const before = values[at] ?? 0;
    values[at] = before + amount * (value + (texture === undefined ? 0 : (texture[at] ?? 0)) - before);
  });
}

/** How much of each pixel the body covers. */
export function maskOf(picture: Picture, solid: Solid, how: Pick<Paint, "soft" | "bent"> = {}): Float32Array {
  const mask = new Float32Array(picture.values.length);
  cover(picture, solid, how, (at, share) => {
    mask[at] = share;
  });
  return mask;
}

import type { Pixel } from "./pixel.ts";

/** A place in the viewport, CSS pixels from its upper left corner. */
export type ScreenPoint = readonly [x: number, y: number];

/** From pixels of the picture to the screen: x = a·column + c·row + e, y = b·column + d·row + f. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** Far enough apart that rounding does not show. */
const step = 100;

/** From a mapping that keeps lines straight. Undefined: it maps nothing yet. */
export function affineOf(map: (pixel: Pixel) => ScreenPoint): Affine | undefined {
  const [e, f] = map([0, 0]);
  const [ax, ay] = map([step, 0]);
  const [cx, cy] = map([0, step]);
  const affine = { a: (ax - e) / step, b: (ay - f) / step, c: (cx - e) / step, d: (cy - f) / step, e, f };
  const isUsable = Object.values(affine).every(Number.isFinite) && determinant(affine) !== 0;
  return isUsable ? affine : undefined;
}

export const toScreen = ({ a, b, c, d, e, f }: Affine, [column, row]: Pixel): ScreenPoint => [
  a * column + c * row + e,
  b * column + d * row + f,
];

export function fromScreen(affine: Affine, [x, y]: ScreenPoint): Pixel {
  const { a, b, c, d, e, f } = affine;
  const size = determinant(affine);
  return [(d * (x - e) - c * (y - f)) / size, (a * (y - f) - b * (x - e)) / size];
}

const determinant = ({ a, b, c, d }: Pick<Affine, "a" | "b" | "c" | "d">): number => a * d - b * c;

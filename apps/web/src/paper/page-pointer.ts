import type { Place } from "@consilium/workspace";

type Pointer = NonNullable<Place["pointer"]>;

/** A point of a page, as parts of the upright page. */
export interface PagePoint {
  readonly page: number;
  readonly x: number;
  readonly y: number;
}

const thousandths = (part: number): number => Math.round(part * 1000) / 1000;

/** For the presence of a seat: `y` counts pages, so that a pointer may be on another page than the one in the middle. */
export const pointerOn = ({ page, x, y }: PagePoint): Pointer => ({
  x: thousandths(x),
  y: page - 1 + Math.min(thousandths(y), 0.999),
});

/** What somebody else's device sent may be anything. Undefined: it is on no page. */
export function pointOf(pointer: Place["pointer"]): PagePoint | undefined {
  if (!pointer || pointer.y < 0 || pointer.x < 0 || pointer.x > 1) return undefined;
  const above = Math.floor(pointer.y);
  return { page: above + 1, x: pointer.x, y: pointer.y - above };
}

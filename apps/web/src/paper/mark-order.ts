import type { PageAnchor } from "@consilium/workspace";
import { around, holds } from "./rectangles.ts";

interface Placed {
  readonly id: string;
  readonly anchor: PageAnchor;
}

/** In the order in which the marks are come upon: by page, then from the top, then from the left. */
export function inPageOrder<Mark extends Placed>(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((one, other) => {
    const [x, y] = around(one.anchor.rectangles);
    const [otherX, otherY] = around(other.anchor.rectangles);
    return one.anchor.page - other.anchor.page || y - otherY || x - otherX;
  });
}

/** The mark at a point of the upright page: of several the smallest, which lies inside the others. */
export function markAt<Mark extends Placed>(marks: readonly Mark[], x: number, y: number): Mark | undefined {
  const size = ({ anchor }: Mark) => anchor.rectangles.reduce((sum, [, , w, h]) => sum + w * h, 0);
  return marks
    .filter(({ anchor }) => anchor.rectangles.some((rectangle) => holds(rectangle, x, y)))
    .toSorted((one, other) => size(one) - size(other))[0];
}

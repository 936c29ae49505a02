import { pageAnchorLimits, type Rectangle } from "@consilium/workspace";

/** How far a page is turned on the screen, in quarters clockwise. */
export type Turns = 0 | 1 | 2 | 3;

const turns: readonly Turns[] = [0, 1, 2, 3];

export const turnBy = (from: Turns, by: number): Turns => turns[(from + by + 4) % 4] ?? 0;

/** Of the upright page, as parts of the page as it is turned. */
export function turned([left, top, width, height]: Rectangle, by: Turns): Rectangle {
  switch (by) {
    case 0:
      return [left, top, width, height];
    case 1:
      return [1 - top - height, left, height, width];
    case 2:
      return [1 - left - width, 1 - top - height, width, height];
    case 3:
      return [top, 1 - left - width, height, width];
  }
}

/** Of the page as it is turned, as parts of the upright page. */
export const upright = (rectangle: Rectangle, by: Turns): Rectangle => turned(rectangle, turnBy(0, 4 - by));

/** A box on the screen, in CSS pixels. */
export type Box = Pick<DOMRect, "left" | "top" | "width" | "height">;

/** A hundredth of a millimetre of a sheet. */
const digits = 5;
const rounded = (part: number): number => Number(Math.min(1, Math.max(0, part)).toFixed(digits));

/** What of a box lies on the page, as parts of the upright page. Undefined: nothing of it. */
export function partOfPage(box: Box, page: Box, by: Turns): Rectangle | undefined {
  const left = clampedPart(box.left - page.left, page.width);
  const top = clampedPart(box.top - page.top, page.height);
  const width = clampedPart(box.left + box.width - page.left, page.width) - left;
  const height = clampedPart(box.top + box.height - page.top, page.height) - top;
  const [x, y, w, h] = upright([left, top, width, height], by);
  const part: Rectangle = [rounded(x), rounded(y), rounded(w), rounded(h)];
  return part[2] > 0 && part[3] > 0 ? part : undefined;
}

const clampedPart = (distance: number, whole: number): number =>
  whole > 0 ? Math.min(1, Math.max(0, distance / whole)) : 0;

/** The places of chosen words, line by line: pieces of a line become one, and no more than an anchor may have. */
export function linesOf(pieces: readonly Rectangle[]): readonly Rectangle[] {
  const lines = joinNeighbours(pieces, isSameLine);
  const excess = lines.length / pageAnchorLimits.rectangles;
  if (excess <= 1) return lines;
  const size = Math.ceil(excess);
  return lines.flatMap((_, at) => (at % size === 0 ? [around(lines.slice(at, at + size))] : []));
}

function joinNeighbours(
  pieces: readonly Rectangle[],
  belong: (one: Rectangle, other: Rectangle) => boolean,
): readonly Rectangle[] {
  const joined: Rectangle[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last && belong(last, piece)) joined[joined.length - 1] = around([last, piece]);
    else joined.push(piece);
  }
  return joined;
}

/** They overlap by half of the lower one's height, and stand side by side without a gap wider than two lines are high. */
function isSameLine(one: Rectangle, other: Rectangle): boolean {
  const overlap = Math.min(one[1] + one[3], other[1] + other[3]) - Math.max(one[1], other[1]);
  const gap = Math.max(one[0], other[0]) - Math.min(one[0] + one[2], other[0] + other[2]);
  return overlap >= Math.min(one[3], other[3]) / 2 && gap <= 2 * Math.max(one[3], other[3]);
}

/** The least rectangle that holds all of them; there is at least one. */
export function around(rectangles: readonly Rectangle[]): Rectangle {
  const left = Math.min(...rectangles.map(([x]) => x));
  const top = Math.min(...rectangles.map(([, y]) => y));
  const right = Math.max(...rectangles.map(([x, , width]) => x + width));
  const bottom = Math.max(...rectangles.map(([, y, , height]) => y + height));
  return [rounded(left), rounded(top), rounded(right - left), rounded(bottom - top)];
}

/** Where a rectangle lies in another one, as parts of that. */
export const within = ([x, y, w, h]: Rectangle, [left, top, width, height]: Rectangle): Rectangle => [
  (x - left) / width,
  (y - top) / height,
  w / width,
  h / height,
];

export const holds = ([left, top, width, height]: Rectangle, x: number, y: number): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height;

/** A region drawn from one corner to the other. */
export const between = (x: number, y: number, toX: number, toY: number): Box => ({
  left: Math.min(x, toX),
  top: Math.min(y, toY),
  width: Math.abs(toX - x),
  height: Math.abs(toY - y),
});

import type { Rectangle } from "@consilium/workspace";

/** Parts of the page in one press. */
const step = 0.01;
const least = 0.02;
/** What a region has at first, when it is begun by the keyboard. */
const first = { width: 0.3, height: 0.1 } as const;

const within = (value: number, lowest: number, highest: number): number =>
  Math.min(highest, Math.max(lowest, value));

/** A region around a point of the page, wholly on it. */
export const regionAround = (x: number, y: number): Rectangle => [
  within(x - first.width / 2, 0, 1 - first.width),
  within(y - first.height / 2, 0, 1 - first.height),
  first.width,
  first.height,
];

const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The region after a press of an arrow: moved or, with Shift, larger or smaller. Undefined: another key. */
export function afterArrow(
  [left, top, width, height]: Rectangle,
  key: string,
  isSizing: boolean,
): Rectangle | undefined {
  const direction = directions[key];
  if (!direction) return undefined;
  const [x, y] = [direction[0] * step, direction[1] * step];
  return isSizing
    ? [left, top, within(width + x, least, 1 - left), within(height + y, least, 1 - top)]
    : [within(left + x, 0, 1 - width), within(top + y, 0, 1 - height), width, height];
}

import type { PlacedLane, PlacedMark } from "./lay-lanes.ts";

/** Of the marks in sight, lane by lane: the one that a key leads to. Undefined: no key of the timeline. */
export function markFrom(
  key: string,
  now: PlacedMark,
  lanes: readonly PlacedLane[],
  isRightToLeft: boolean,
): PlacedMark | undefined {
  const inTime = lanes.flatMap(({ marks }) => marks).toSorted(byTime);
  const at = inTime.indexOf(now);
  switch (key) {
    case "Home":
      return inTime[0];
    case "End":
      return inTime.at(-1);
    case "ArrowRight":
      return inTime[bounded(at + (isRightToLeft ? -1 : 1), inTime.length)];
    case "ArrowLeft":
      return inTime[bounded(at + (isRightToLeft ? 1 : -1), inTime.length)];
    case "ArrowDown":
      return nearestIn(lanes, now, 1);
    case "ArrowUp":
      return nearestIn(lanes, now, -1);
    default:
      return undefined;
  }
}

const bounded = (at: number, count: number): number => Math.min(count - 1, Math.max(0, at));

const byTime = (one: PlacedMark, other: PlacedMark): number => one.x - other.x || one.row - other.row;

/** In the lane below or above; at the last one stays. */
function nearestIn(lanes: readonly PlacedLane[], now: PlacedMark, by: 1 | -1): PlacedMark {
  const next = lanes[lanes.findIndex(({ lane }) => lane === now.lane) + by];
  if (!next) return now;
  const distance = ({ x }: PlacedMark) => Math.abs(x - now.x);
  const [first = now, ...rest] = next.marks;
  return rest.reduce((best, mark) => (distance(mark) < distance(best) ? mark : best), first);
}

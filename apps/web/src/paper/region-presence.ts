import type { Place, Rectangle } from "@consilium/workspace";
import { pageName, pageOfName } from "./paper-sight.ts";
import type { Region } from "./region-context.ts";

/** A presence that draws on a page. */
const tool = "region";

/** Where somebody is who draws a region on a page of a record: its two corners, as parts of the upright page. */
export const placeOfRegion = (record: string, { page, part }: Region): Place => ({
  target: record,
  place: pageName(page),
  draft: {
    tool,
    points: [
      [part[0], part[1]],
      [part[0] + part[2], part[1] + part[3]],
    ],
  },
});

/** Undefined: no region, or one of another record, or nothing that lies on a page. */
export function regionOfPlace(record: string, { target, place, draft }: Place): Region | undefined {
  const page = pageOfName(place);
  if (target !== record || draft?.tool !== tool || page === undefined) return undefined;
  const [from, to, ...more] = draft.points;
  if (!from || !to || more.length > 0) return undefined;
  const [left, top, width, height] = [from[0], from[1], to[0] - from[0], to[1] - from[1]];
  const part: Rectangle = [left, top, width, height];
  const isOnPage = left >= 0 && top >= 0 && width > 0 && height > 0 && to[0] <= longest && to[1] <= longest;
  return isOnPage ? { page, part } : undefined;
}

/** Sums of parts are not exact. */
const longest = 1.000_001;

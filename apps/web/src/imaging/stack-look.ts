import type { Place } from "@consilium/workspace";
import type { Pixel } from "../drawn/pixel.ts";
import type { ValueWindow } from "./window-presets.ts";

/** How pictures of a stack are seen, apart from which one it is. */
export interface StackLook {
  readonly window: ValueWindow | undefined;
  readonly isInverted: boolean;
  /** Clockwise, after it was mirrored; in quarters of a turn. */
  readonly degrees: number;
  readonly isMirrored: boolean;
  /** Undefined: all of it, as large as there is room. */
  readonly part: LookedPart | undefined;
}

/** Devices have screens of other sizes: what is in the middle is the same on all of them. */
export interface LookedPart {
  readonly middle: Pixel;
  /** 1: the whole picture fits. */
  readonly zoom: number;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** For the presence of a seat. */
export const viewOfLook = ({
  window,
  isInverted,
  degrees,
  isMirrored,
  part,
}: StackLook): NonNullable<Place["view"]> => ({
  ...(window && { centre: rounded(window.centre, 2), width: rounded(window.width, 2) }),
  inverted: isInverted ? 1 : 0,
  degrees: rounded(degrees, 1),
  mirrored: isMirrored ? 1 : 0,
  ...(part && {
    zoom: rounded(part.zoom, 3),
    x: rounded(part.middle[0], 1),
    y: rounded(part.middle[1], 1),
  }),
});

/** What somebody else's device sent may be anything. Undefined: not how a stack is seen. */
export function lookOfView(view: Place["view"]): StackLook | undefined {
  const { centre, width, inverted, degrees, mirrored, zoom, x, y } = view ?? {};
  if (degrees === undefined || inverted === undefined || mirrored === undefined) return undefined;
  const isWindow = centre !== undefined && width !== undefined && width > 0;
  const isPart = zoom !== undefined && zoom > 0 && x !== undefined && y !== undefined;
  return {
    window: isWindow ? { centre, width } : undefined,
    isInverted: inverted === 1,
    degrees: ((degrees % 360) + 360) % 360,
    isMirrored: mirrored === 1,
    part: isPart ? { middle: [x, y], zoom } : undefined,
  };
}

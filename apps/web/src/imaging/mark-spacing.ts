import { linesOf } from "@consilium/workspace";
import type { Drawing } from "../drawn/drawing.ts";
import type { Pixel } from "../drawn/pixel.ts";
import { noSpacing, type PixelSpacing } from "./pixel-spacing.ts";
import type { ScaledRegion } from "./scaled-regions.ts";

export interface SpacingOfMark {
  readonly spacing: PixelSpacing;
  /** Why it is in pixels: it reaches across regions, or lies where there is no scale. */
  readonly why: "across" | "elsewhere" | undefined;
}

const sizeOf = ({ left, top, right, bottom }: ScaledRegion): number => (right - left) * (bottom - top);

/** The innermost region that a place lies in. */
function regionAt(all: readonly ScaledRegion[], [column, row]: Pixel): ScaledRegion | undefined {
  const around = all.filter(
    ({ left, top, right, bottom }) => column >= left && column <= right && row >= top && row <= bottom,
  );
  return around.toSorted((one, other) => sizeOf(one) - sizeOf(other))[0];
}

/** In what a mark is measured: of a picture with regions, by the one that it lies in. */
export function spacingOfMark(
  picture: { readonly spacing: PixelSpacing; readonly regions: readonly ScaledRegion[] },
  drawing: Drawing,
): SpacingOfMark {
  if (picture.regions.length === 0) return { spacing: picture.spacing, why: undefined };
  const places = [...drawing.points, ...linesOf(drawing).flat()];
  const under = new Set(places.map((place) => regionAt(picture.regions, place)));
  const [region] = under;
  if (under.size > 1) return { spacing: noSpacing, why: "across" };
  if (region?.scale === undefined) return { spacing: noSpacing, why: "elsewhere" };
  return { spacing: { ...region.scale, unit: "mm" }, why: undefined };
}

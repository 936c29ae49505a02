import type { Rectangle } from "@consilium/workspace";
import type { CSSProperties } from "react";

const percent = (part: number): string => `${(part * 100).toFixed(3)}%`;

/** A rectangle of what it lies in. Left is left in every language: a page is a picture. */
export const placedAt = ([left, top, width, height]: Rectangle): CSSProperties => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
});

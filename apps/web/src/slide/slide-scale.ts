import type { SlideUnit } from "@consilium/workspace";
import type { Drawing } from "../drawn/drawing.ts";
import { measure } from "../imaging/measure.ts";

/** What the objectives of a microscope are called. */
export const magnifications = [2.5, 5, 10, 20, 40] as const;

/** Of a pixel on the screen at one time, by the custom of scanners: 0.25 µm a pixel is 40 times. */
const micrometresAtOne = 10;

/** CSS pixels for one pixel of the slide at which it is seen `times` enlarged. */
export const zoomFor = (times: number, micrometres: number): number =>
  (micrometres * times) / micrometresAtOne;

/** How many times it is seen enlarged, `zoom` being CSS pixels for one pixel of the slide. */
export const timesAt = (zoom: number, micrometres: number): number => (zoom / micrometres) * micrometresAtOne;

/** Micrometres. */
const barLengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;

export interface SlideBar {
  readonly length: number;
  readonly unit: "um" | "mm";
  /** CSS pixels. */
  readonly pixels: number;
}

/** The longest round length that takes at most `room` CSS pixels. Undefined: not even a micrometre has room. */
export function slideBar(zoom: number, micrometres: number, room: number): SlideBar | undefined {
  const perPixel = micrometres / zoom;
  const length = barLengths.findLast((size) => size / perPixel <= room);
  if (length === undefined) return undefined;
  const isLong = length >= 1000;
  return {
    length: isLong ? length / 1000 : length,
    unit: isLong ? "mm" : "um",
    pixels: length / perPixel,
  };
}

export const unitOf = (micrometres: number | null): SlideUnit => (micrometres === null ? "px" : "um");

/** What a mark of a slide measures: in micrometres or millimetres, or in pixels where nobody knows how wide one is. */
export interface SlideMeasured {
  readonly is: "length" | "area";
  readonly unit: "um" | "mm" | "px";
  /** In the unit, or in its square. */
  readonly value: number;
}

const longInMicrometres = 1000;
/** A hundredth of a square millimetre: a field of view at 40 times is a fifth of one. */
const largeInMicrometres = 10_000;

/** Undefined: it measures nothing. */
export function measureOnSlide(drawing: Drawing, micrometres: number | null): SlideMeasured | undefined {
  const side = micrometres ?? 1;
  const measured = measure(drawing, { row: side, column: side, unit: "px" }, undefined);
  if (measured?.is !== "length" && measured?.is !== "area") return undefined;
  const value = measured.is === "length" ? measured.length : measured.area;
  if (micrometres === null) return { is: measured.is, unit: "px", value };
  const inMillimetres = measured.is === "length" ? value >= longInMicrometres : value >= largeInMicrometres;
  if (!inMillimetres) return { is: measured.is, unit: "um", value };
  return { is: measured.is, unit: "mm", value: measured.is === "length" ? value / 1000 : value / 1e6 };
}

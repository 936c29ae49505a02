import { ok, refuse, type Result } from "@consilium/foundation";
import { type GreyWindow, windowFunctions } from "@consilium/interchange/drawing";
import { type PictureForm, type PictureType, pictureTypes } from "@consilium/record-import";

/** As they stand in an address (PS3.18, 8.3.5.1). */
export interface PictureParameters {
  readonly window?: string | undefined;
  readonly viewport?: string | undefined;
  readonly quality?: string | undefined;
}

const longestSide = 4096;
/** Beyond it no value of a pixel lies. */
const farthest = 1e9;

const decimal = /^[+-]?\d{1,10}(?:\.\d{1,10})?$/;

function windowIn(text: string): GreyWindow | undefined {
  const [center = "", width = "", name = "", ...more] = text.split(",");
  const shape = windowFunctions.find((one) => one === name);
  if (!decimal.test(center) || !decimal.test(width) || !shape || more.length > 0) return undefined;
  const window = { center: Number(center), width: Number(width), function: shape };
  const isWide = shape === "linear" ? window.width >= 1 : window.width > 0;
  return isWide && window.width <= farthest && Math.abs(window.center) <= farthest ? window : undefined;
}

function wholeIn(text: string, most: number): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
}

function viewportIn(text: string): PictureForm["viewport"] | undefined {
  const [width, height, ...more] = text.split(",").map((side) => wholeIn(side, longestSide));
  return width === undefined || height === undefined || more.length > 0 ? undefined : { width, height };
}

/** What is refused is the name of the parameter that makes no sense. */
export function pictureForm(
  { window, viewport, quality }: PictureParameters,
  mediaType: PictureType,
  usualViewport: PictureForm["viewport"],
): Result<PictureForm, keyof PictureParameters> {
  const asked = {
    window: window === undefined ? null : windowIn(window),
    viewport: viewport === undefined ? usualViewport : viewportIn(viewport),
    quality: quality === undefined ? null : wholeIn(quality, 100),
  };
  if (asked.window === undefined) return refuse("window");
  if (asked.viewport === undefined) return refuse("viewport");
  if (asked.quality === undefined) return refuse("quality");
  return ok({ mediaType, window: asked.window, viewport: asked.viewport, quality: asked.quality });
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function rangeIn(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
  const weight = quality === undefined ? 1 : Number(quality);
  return { type, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

/** What a request takes most gladly (RFC 9110, 12.5.1): JPEG where it does not matter. Undefined: neither. */
export function acceptedPicture(accept: string | undefined): PictureType | undefined {
  if (accept === undefined || accept.trim() === "") return "image/jpeg";
  const ranges = accept.slice(0, 1000).split(",").map(rangeIn);
  const weightOf = (type: PictureType) =>
    [type, "image/*", "*/*"]
      .map((wanted) => ranges.find((range) => range.type === wanted)?.weight)
      .find((weight) => weight !== undefined) ?? 0;
  const [best] = pictureTypes.toSorted((left, right) => weightOf(right) - weightOf(left));
  return best !== undefined && weightOf(best) > 0 ? best : undefined;
}

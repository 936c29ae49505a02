/** Brightness of each pixel, 0 to 255, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly light: Uint8ClampedArray;
}

/** What a picture measures. */
export interface PhotoMeasures {
  /** Mean brightness, 0 to 255. */
  readonly light: number;
  /**
   * Variance of the Laplacian, without what the camera's noise adds to it, divided by the variance of the brightness: how much of
   * the contrast is edges. The division keeps a pale letter from passing for a blurred one.
   */
  readonly edges: number;
  /** What noise adds, by the same measure. */
  readonly noise: number;
  /** Standard deviation of the brightness: below a few there is nothing to judge. */
  readonly contrast: number;
}

export type PhotoAdvice = "too-dark" | "blurred" | "small";

/** Paper by lamp light has about 90, a page nobody can read about 30. */
const darkest = 50;
/**
 * Measured on rendered pages of print, 1024 pixels high: sharp ones have 0.6 and more in any light, ones whose lines run together
 * 0.2 and less.
 */
const leastEdges = 0.25;
const leastContrast = 6;
/** In more noise, as by little light, a sharp page cannot be told from a blurred one: nothing is said. */
const mostNoise = 1;
/** Pixels of the shorter side: a page of paper below it has letters of five pixels. */
const smallestSide = 800;

export function measurePhoto({ width, height, light }: GreyPicture): PhotoMeasures {
  const mean = meanOf(light);
  const variance = varianceOf(light, mean);
  const laplacian = laplacianOf({ width, height, light });
  const noise = noiseOf(laplacian);
  const edges = Math.max(0, varianceOf(laplacian, meanOf(laplacian)) - noise);
  const part = (of: number) => (variance === 0 ? 0 : of / variance);
  return { light: mean, contrast: Math.sqrt(variance), edges: part(edges), noise: part(noise) };
}

function laplacianOf({ width, height, light }: GreyPicture): Int16Array {
  const found = new Int16Array(Math.max(0, (width - 2) * (height - 2)));
  let at = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const here = y * width + x;
      const beside = (light[here - 1] ?? 0) + (light[here + 1] ?? 0);
      const above = (light[here - width] ?? 0) + (light[here + width] ?? 0);
      found[at] = beside + above - 4 * (light[here] ?? 0);
      at += 1;
    }
  }
  return found;
}

/** Variance that noise alone would have, by the median of the absolute values: most of a page is paper without an edge. */
function noiseOf(laplacian: Int16Array): number {
  const counts = new Uint32Array(4 * 255 + 1);
  for (const value of laplacian) counts[Math.abs(value)] = (counts[Math.abs(value)] ?? 0) + 1;
  let median = 0;
  let seen = counts[0] ?? 0;
  while (seen * 2 < laplacian.length) {
    median += 1;
    seen += counts[median] ?? 0;
  }
  return (1.4826 * median) ** 2;
}

/** What to say about a photograph before it is sent. Advice: whoever took it knows better. */
export function adviseOn(
  { light, edges, noise, contrast }: PhotoMeasures,
  pixels: { readonly width: number; readonly height: number },
): PhotoAdvice | undefined {
  if (light < darkest) return "too-dark";
  if (Math.min(pixels.width, pixels.height) < smallestSide) return "small";
  const canBeTold = contrast >= leastContrast && noise <= mostNoise;
  return canBeTold && edges < leastEdges ? "blurred" : undefined;
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}

function varianceOf(values: ArrayLike<number>, mean: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += ((values[at] ?? 0) - mean) ** 2;
  return values.length === 0 ? 0 : sum / values.length;
}

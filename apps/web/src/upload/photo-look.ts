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
   * Variance of the Laplacian divided by the variance of the brightness: how much of the contrast is edges. The division keeps
   * a pale letter from passing for a blurred one.
   */
  readonly edges: number;
  /** Standard deviation of the brightness: below a few there is nothing to judge. */
  readonly contrast: number;
}

export type PhotoAdvice = "too-dark" | "blurred" | "small";

/** Paper by lamp light has about 90, a page nobody can read about 30. */
const darkest = 50;
/** Set by printed pages of known blur; see the test. */
const leastEdges = 0.05;
const leastContrast = 6;
/** Pixels of the shorter side: a page of paper below it has letters of five pixels. */
const smallestSide = 800;

export function measurePhoto({ width, height, light }: GreyPicture): PhotoMeasures {
  const mean = meanOf(light);
  const variance = varianceOf(light, mean);
  const edges = new Float32Array(Math.max(0, (width - 2) * (height - 2)));
  let at = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const here = y * width + x;
      edges[at] =
        (light[here - 1] ?? 0) +
        (light[here + 1] ?? 0) +
        (light[here - width] ?? 0) +
        (light[here + width] ?? 0) -
        4 * (light[here] ?? 0);
      at += 1;
    }
  }
  const edgeVariance = varianceOf(edges, meanOf(edges));
  return { light: mean, contrast: Math.sqrt(variance), edges: variance === 0 ? 0 : edgeVariance / variance };
}

/** What to say about a photograph before it is sent. Advice: whoever took it knows better. */
export function adviseOn(
  { light, edges, contrast }: PhotoMeasures,
  pixels: { readonly width: number; readonly height: number },
): PhotoAdvice | undefined {
  if (light < darkest) return "too-dark";
  if (Math.min(pixels.width, pixels.height) < smallestSide) return "small";
  return contrast >= leastContrast && edges < leastEdges ? "blurred" : undefined;
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

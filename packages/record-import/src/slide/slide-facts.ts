import type { TiffPage } from "./tiff-pages.ts";

/** What a file says of the scanner. */
export interface SlideScale {
  /** Micrometres a pixel. */
  readonly micrometres: number | null;
  readonly objective: number | null;
}

/** A picture with smaller forms of itself is made to be looked into, from this many pixels on. */
const pyramidFrom = 4_000_000;
/** How much smaller the next form is, and how far the sides may part from that: thumbnails are cut, forms are not. */
const smaller = { least: 1.5, most: 8, tolerance: 0.02 } as const;

/** Whether the first page is followed by the same picture, smaller, as scanners of slides write it. */
export function isPyramid([first, ...others]: readonly TiffPage[]): boolean {
  if (!first || first.width * first.height < pyramidFrom) return false;
  return others.some((page) => {
    const [across, down] = [first.width / page.width, first.height / page.height];
    const isSame = Math.abs(across / down - 1) < smaller.tolerance;
    return isSame && across > smaller.least && (page.isReduced || across < smaller.most);
  });
}

/** Above it a resolution is that of a scanner of papers, or of a printer: no scale to measure cells with. */
const widest = 10;
/** Below it no lens resolves anything. */
const narrowest = 0.01;

const plausible = (micrometres: number): number | null =>
  micrometres >= narrowest && micrometres <= widest ? Math.round(micrometres * 1e6) / 1e6 : null;

/** From pixels a centimetre. Null where pixels are not square: lengths would depend on their direction. */
export function scaleOfResolution(resolution: TiffPage["resolution"]): number | null {
  if (!resolution) return null;
  const [across, down] = resolution;
  if (!(across > 0) || Math.abs(across / down - 1) > 0.01) return null;
  return plausible(10_000 / across);
}

/** "Aperio ... |AppMag = 40|MPP = 0.2500", and what OME-TIFF has as XML. */
const written = {
  micrometres: [
    /\bMPP\s*=\s*([\d.]+)/,
    /\bPhysicalSizeX="([\d.]+)"(?![^>]*PhysicalSizeXUnit="(?!(?:µ|&#181;|\u00c2µ|u)m"))/,
  ],
  objective: [/\bAppMag\s*=\s*([\d.]+)/, /\bNominalMagnification="([\d.]+)"/],
} as const;

const numberIn = (text: string, patterns: readonly RegExp[]): number | null => {
  for (const pattern of patterns) {
    const found = Number(pattern.exec(text)?.[1] ?? Number.NaN);
    if (Number.isFinite(found) && found > 0) return found;
  }
  return null;
};

/** What its scanner wrote counts more than the resolution, which programs set without measuring anything. */
export function scaleOfTiff({ description, resolution }: TiffPage): SlideScale {
  const said = numberIn(description, written.micrometres);
  const objective = numberIn(description, written.objective);
  return {
    micrometres: (said === null ? null : plausible(said)) ?? scaleOfResolution(resolution),
    objective: objective !== null && objective <= 200 ? objective : null,
  };
}

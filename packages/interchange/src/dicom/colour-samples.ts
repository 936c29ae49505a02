import type { PixelFormat } from "./dicom-instance.ts";

/** Red, green and blue of each pixel (PS3.3, C.7.6.3.1.2), from 8-bit samples. */
export interface ColourSamples {
  readonly count: number;
  /** All of one sample before those of the next. */
  readonly planar: boolean;
}

type Triple = (pixel: number) => readonly [number, number, number];

function triplesOf(samples: Uint8Array, { count, planar }: ColourSamples): Triple {
  const [step, apart] = planar ? [1, count] : [3, 1];
  return (pixel) => {
    const at = pixel * step;
    return [samples[at] ?? 0, samples[at + apart] ?? 0, samples[at + 2 * apart] ?? 0];
  };
}

/** Two pixels share their colour: Y, Y, Cb, Cr. */
function halvedTriples(samples: Uint8Array): Triple {
  return (pixel) => {
    const at = 4 * (pixel >> 1);
    return [samples[at + (pixel & 1)] ?? 0, samples[at + 2] ?? 0, samples[at + 3] ?? 0];
  };
}

const fromLuminance = ([y, cb, cr]: readonly [number, number, number]): readonly [number, number, number] => [
  y + 1.402 * (cr - 128),
  y - 0.344136 * (cb - 128) - 0.714136 * (cr - 128),
  y + 1.772 * (cb - 128),
];

/** Null for colours of another kind, and where samples are missing. */
export function colourSamples(
  { photometric, samples: each, bitsAllocated }: PixelFormat,
  samples: Uint8Array,
  form: ColourSamples,
): Uint8ClampedArray | null {
  if (each !== 3 || bitsAllocated !== 8) return null;
  const isHalved = photometric === "YBR_FULL_422";
  if (!isHalved && photometric !== "RGB" && photometric !== "YBR_FULL") return null;
  if (samples.length < form.count * (isHalved ? 2 : 3)) return null;
  const at = isHalved ? halvedTriples(samples) : triplesOf(samples, form);
  const rgb = new Uint8ClampedArray(3 * form.count);
  for (let pixel = 0; pixel < form.count; pixel += 1) {
    const triple = at(pixel);
    rgb.set(photometric === "RGB" ? triple : fromLuminance(triple), 3 * pixel);
  }
  return rgb;
}

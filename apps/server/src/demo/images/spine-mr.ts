import { createSeededRandom } from "@consilium/foundation";
import { type Grain, grainAt, makeGrain } from "./grain.ts";
import { type Layer, paintLayers } from "./layer.ts";
import { emptyPicture, type Plane } from "./picture.ts";
import { makeSpine } from "./spine-model.ts";
import { spineLayers } from "./spine-tissue.ts";

export interface SpineMr {
  /** Brightness, 0 to about 1000; `number` tells the noise of one slice from another's. */
  readonly slice: (plane: Plane, number: number) => Float32Array;
}

interface Grains {
  readonly fine: Grain;
  readonly middle: Grain;
  readonly coarse: Grain;
}

/** The coil lies under the back: what is near it is brighter. */
const nearCoil = (y: number): number => 0.62 + 0.5 / (1 + Math.exp(-(y + 20) / 32));

function drawSlice(
  layers: readonly Layer[],
  { fine, middle, coarse }: Grains,
  seed: number,
  plane: Plane,
): Float32Array {
  const { columns, rows, origin, pixel, kind } = plane;
  const random = createSeededRandom(seed);
  const picture = emptyPicture(plane, 0);
  paintLayers(picture, layers, {
    organ: grainAt(middle, random, columns, rows, 10),
    marrow: grainAt(middle, random, columns, rows, 16),
    stool: grainAt(middle, random, columns, rows, 22),
    fat: grainAt(coarse, random, columns, rows, 26),
  });
  const noise = grainAt(fine, random, columns, rows, 13);
  return picture.values.map((value, at) => {
    const y = origin[1] + pixel * (kind === "axial" ? Math.floor(at / columns) : at % columns);
    return Math.abs(value * nearCoil(y) + (noise[at] ?? 0));
  });
}

export function makeSpineMr(seed: number, slipMm: number): SpineMr {
  const layers = spineLayers(makeSpine(slipMm), seed);
  const size = 320;
  const grains = {
    fine: makeGrain(seed + 2, size, 0),
    middle: makeGrain(seed + 3, size, 1),
    coarse: makeGrain(seed + 4, size, 8),
  };
  return { slice: (plane, number) => drawSlice(layers, grains, seed * 1009 + number, plane) };
}

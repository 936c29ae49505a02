import { createSeededRandom, type Random } from "@consilium/foundation";
import { fraction } from "./solid.ts";

/** A square of smooth noise that joins itself at its edges: mean 0, deviation 1. */
export interface Grain {
  readonly size: number;
  readonly values: Float32Array;
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(fraction(random) + 1e-9)) * Math.cos(2 * Math.PI * fraction(random));

/** Each value becomes the mean of its neighbours along one way. */
function blurred({ size, values }: Grain, reach: number, step: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    let sum = 0;
    for (let by = -reach; by <= reach; by += 1) {
      const row = (Math.floor(at / size) + (step === 1 ? 0 : by) + size) % size;
      const col = ((at % size) + (step === 1 ? by : 0) + size) % size;
      sum += values[row * size + col] ?? 0;
    }
    out[at] = sum;
  }
  return out;
}

/** Grains about `2 * reach + 1` pixels wide. */
export function makeGrain(seed: number, size: number, reach: number): Grain {
  const random = createSeededRandom(seed);
  let values = Float32Array.from({ length: size * size }, () => normal(random));
  for (const step of [1, 0, 1, 0])
    if (reach > 0) values = new Float32Array(blurred({ size, values }, reach, step));
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  return { size, values: values.map((value) => value / deviation) };
}

/** A piece of the noise as a picture, from a place that the random numbers choose. */
export function grainAt(
  grain: Grain,
  random: Random,
  columns: number,
  rows: number,
  strength: number,
): Float32Array {
  const { size, values } = grain;
  const [left, top] = [random.below(size), random.below(size)];
  const out = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const line = ((row + top) % size) * size;
    let from = left;
    for (let at = row * columns; at < (row + 1) * columns; at += 1) {
      out[at] = strength * (values[line + from] ?? 0);
      from = from + 1 === size ? 0 : from + 1;
    }
  }
  return out;
}

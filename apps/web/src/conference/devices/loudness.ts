/** Decibels below the loudest possible: a silent room, and somebody who speaks close by. */
const quiet = -55;
const loud = -12;

/** How loud a stretch of samples from -1 to 1 is, from 0 to 1, as an ear would judge it: by their effective value in decibels. */
export function loudnessOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, (decibels - quiet) / (loud - quiet)));
}

/** From here on somebody speaks, and it is no longer the room. */
export const spoken = 0.25;

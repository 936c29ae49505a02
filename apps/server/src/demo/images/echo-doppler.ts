import { createSeededRandom } from "@consilium/foundation";
import { loopSize } from "./echo-loop.ts";
import { fraction } from "./solid.ts";

/** Metres a second away from the probe, at the bottom of the scale. */
const deepest = 5;
const baseline = 60;
const seconds = 3;

/** 3 by 5 pixels, row by row from the top left. */
const digits: Readonly<Record<string, string>> = {
  "0": "111101101101111",
  "1": "010110010010111",
  "2": "111001111100111",
  "3": "111001111001111",
  "4": "101101111001001",
  "5": "111100111001111",
};

const rowOf = (speed: number): number => baseline + (speed * (loopSize.rows - baseline - 20)) / deepest;

/** Of the jet through the valve at a time of the beat, in metres a second; rounded, as a late peak shows a tight valve. */
export function jetSpeed(second: number, peak: number): number {
  const [start, length] = [0.12, 0.34];
  const part = (second - start) / length;
  return part <= 0 || part >= 1 ? 0 : peak * Math.sin(Math.PI * part ** 1.1) ** 0.72;
}

/** Filling of the chamber, towards the probe. */
const fillSpeed = (second: number): number =>
  0.7 * Math.exp(-(((second - 0.58) / 0.055) ** 2)) + 0.9 * Math.exp(-(((second - 0.9) / 0.04) ** 2));

function drawScale(pixels: Uint8Array): void {
  const { columns, rows } = loopSize;
  const dot = (row: number, col: number, value: number): void => {
    if (row >= 0 && row < rows) pixels[row * columns + col] = value;
  };
  for (let col = 0; col < columns - 22; col += 1) dot(baseline, col, 110);
  for (let speed = 0; speed <= deepest; speed += 1) {
    const row = Math.round(rowOf(speed));
    for (let col = columns - 22; col < columns - 15; col += 1) dot(row, col, 200);
    for (const [place, bit] of Array.from(digits[String(speed)] ?? "").entries())
      if (bit === "1")
        for (const [down, right] of [
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ] as const)
          dot(row - 5 + 2 * Math.floor(place / 3) + down, columns - 11 + 2 * (place % 3) + right, 220);
  }
}

/** The spectrum of continuous-wave Doppler over three beats, a second each. */
function drawSpectrum(seed: number, peak: number): Uint8Array {
  const { columns, rows } = loopSize;
  const random = createSeededRandom(seed);
  const pixels = new Uint8Array(columns * rows);
  const across = columns - 24;
  for (let col = 0; col < across; col += 1) {
    const second = ((col / across) * seconds) % 1;
    const beat = Math.floor((col / across) * seconds);
    const jet = rowOf(jetSpeed(second, peak * (1 - 0.02 * (beat % 2))));
    const fill = rowOf(-fillSpeed(second));
    for (let row = 4; row < rows - 4; row += 1) {
      const below =
        row >= baseline && row <= jet
          ? 0.34 + 0.66 * ((row - baseline) / Math.max(1, jet - baseline)) ** 3
          : 0;
      const above = row < baseline && row > fill ? 0.5 : 0;
      const edge = Math.exp(-Math.max(0, row - jet) / 3) * (jet > baseline + 4 && row > jet ? 0.4 : 0);
      const hum = 0.22 * Math.exp(-(((row - baseline) / 9) ** 2));
      const level =
        Math.max(below, above, edge, hum) * (0.45 + 0.75 * fraction(random)) + 0.05 * fraction(random);
      pixels[row * columns + col] = Math.min(255, level * 225);
    }
  }
  return pixels;
}

/** While it is written: each frame the sweep stands further to the right, a dark gap before it. */
export function drawDoppler(seed: number, peak: number): Uint8Array {
  const { columns, rows, frames } = loopSize;
  const spectrum = drawSpectrum(seed, peak);
  drawScale(spectrum);
  const whole = new Uint8Array(columns * rows * frames);
  for (let frame = 0; frame < frames; frame += 1) {
    const start = frame * columns * rows;
    whole.set(spectrum, start);
    // The last frame is whole, for measuring.
    const sweep = Math.floor(((columns - 34) * frame) / frames);
    if (frame < frames - 1)
      for (let row = 0; row < rows; row += 1)
        whole.fill(0, start + row * columns + sweep, start + row * columns + sweep + 10);
  }
  return whole;
}

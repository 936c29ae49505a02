import { createSeededRandom } from "@consilium/foundation";
import { expect, test } from "vitest";
import { adviseOn, type GreyPicture, measurePhoto } from "./photo-look.ts";

const width = 256;
const height = 256;
const page = { width: 2400, height: 3200 };

const picture = (lightAt: (x: number, y: number) => number): GreyPicture => ({
  width,
  height,
  light: Uint8ClampedArray.from({ length: width * height }, (_, at) =>
    lightAt(at % width, Math.floor(at / width)),
  ),
});

/** Lines of strokes as a printed page has them; `ink` and `paper` from 0 to 255. */
const print = (ink: number, paper: number) =>
  picture((x, y) => (y % 20 < 9 && (x * 7 + y * 3) % 11 < 4 ? ink : paper));

/** The mean of each pixel's surroundings: what a hand that shakes does. */
const blurred = (sharp: GreyPicture, reach: number): GreyPicture =>
  picture((x, y) => {
    let sum = 0;
    let count = 0;
    for (let down = -reach; down <= reach; down += 1)
      for (let across = -reach; across <= reach; across += 1) {
        const [atX, atY] = [x + across, y + down];
        if (atX < 0 || atY < 0 || atX >= width || atY >= height) continue;
        sum += sharp.light[atY * width + atX] ?? 0;
        count += 1;
      }
    return sum / count;
  });

/** Twice: nearer to how a lens is out of focus. */
const shaken = (sharp: GreyPicture) => blurred(blurred(sharp, 3), 3);

const advice = (of: GreyPicture, pixels = page) => adviseOn(measurePhoto(of), pixels);

test("a sharp page in good light needs no advice, pale ink neither", () => {
  expect(advice(print(20, 230))).toBeUndefined();
  expect(advice(print(170, 220))).toBeUndefined();
});

test("a page in the dark is too dark, also where it is sharp", () => {
  expect(advice(print(5, 40))).toBe("too-dark");
});

test("a blurred page is said to be blurred, by lamp light too", () => {
  expect(advice(shaken(print(20, 230)))).toBe("blurred");
  expect(advice(shaken(print(10, 120)))).toBe("blurred");
});

test("in much noise nothing is said of blur", () => {
  const random = createSeededRandom(7);
  const noisy = shaken(print(60, 120));
  const grain = picture((x, y) => (noisy.light[y * width + x] ?? 0) + random.below(41) - 20);
  expect(advice(grain)).toBeUndefined();
});

test("a page without anything on it is not called blurred", () => {
  expect(advice(picture(() => 220))).toBeUndefined();
  expect(advice(picture((x) => 200 + x / 64))).toBeUndefined();
});

test("a picture of few pixels is small, however sharp", () => {
  expect(advice(print(20, 230), { width: 640, height: 480 })).toBe("small");
});

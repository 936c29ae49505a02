import { expect, test } from "vitest";
import { loudnessOf, spoken } from "./loudness.ts";

const tone = (amplitude: number): Float32Array =>
  Float32Array.from({ length: 1024 }, (_, at) => amplitude * Math.sin(at / 5));

test("silence is nothing, and nothing is louder than full", () => {
  expect(loudnessOf(new Float32Array(1024))).toBe(0);
  expect(loudnessOf(new Float32Array(0))).toBe(0);
  expect(loudnessOf(tone(1))).toBe(1);
});

test("the noise of a room is not taken for speech, and speech is", () => {
  expect(loudnessOf(tone(0.002))).toBeLessThan(spoken);
  expect(loudnessOf(tone(0.1))).toBeGreaterThan(spoken);
});

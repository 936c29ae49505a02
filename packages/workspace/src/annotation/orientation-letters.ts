import type { Point } from "./image-anchor.ts";

/** For each axis of the patient, the letter toward which it counts and its opposite. */
const axes = [
  ["L", "R"],
  ["P", "A"],
  ["H", "F"],
] as const;

/** A part of a direction below this is not named: about 15 degrees. */
const least = 0.26;

/** Toward which sides of the patient a direction points, the strongest first: "L", "AH". At most two letters. */
export function orientationLetters(direction: Point): string {
  return axes
    .map(([toward, away], axis) => ({ part: direction[axis] ?? 0, toward, away }))
    .filter(({ part }) => Math.abs(part) > least)
    .toSorted((one, other) => Math.abs(other.part) - Math.abs(one.part))
    .slice(0, 2)
    .map(({ part, toward, away }) => (part > 0 ? toward : away))
    .join("");
}

import type { PlateBox } from "../drawn/plates.ts";

/** Two letters at most, CSS pixels; `imaging.css` gives them this room. */
const letters = 36;
/** From the edge to the letters' line. */
const away = 8;
/** Beside the slider, which is wider for fingers. */
const slider = { least: 24, most: 44 } as const;

/** Where the letters of the four sides stand, so that nothing is written over them. */
export const sideBoxes = ([width, height]: readonly [number, number]): readonly PlateBox[] => [
  { x: (width - letters) / 2, y: away, width: letters },
  { x: (width - letters) / 2, y: height - away - 18, width: letters },
  { x: 4, y: height / 2 - 10, width: letters },
  {
    x: width - slider.most - letters,
    y: height / 2 - 10,
    width: letters + slider.most - slider.least,
  },
];

/** Which values are shown from black to white: the middle and how many. In HU for CT. */
export interface ValueWindow {
  readonly centre: number;
  readonly width: number;
  /** It was made of all values of a picture, from the least to the greatest. */
  readonly isFull?: true;
}

export const ctWindows = {
  "soft-tissue": { centre: 50, width: 350 },
  lung: { centre: -600, width: 1500 },
  bone: { centre: 400, width: 1800 },
  brain: { centre: 40, width: 80 },
  liver: { centre: 80, width: 150 },
} as const satisfies Record<string, ValueWindow>;

export type WindowName = keyof typeof ctWindows | "stored" | "full";

/** Under the keys 1 to 6, in their order. Only CT has values with a fixed meaning. */
export const windowsFor = (modality: string): readonly WindowName[] =>
  modality === "CT" ? ["soft-tissue", "lung", "bone", "brain", "liver", "full"] : ["stored", "full"];

/** Undefined: the picture's own decides. */
export const fixedWindow = (name: WindowName): ValueWindow | undefined =>
  name === "stored" || name === "full" ? undefined : ctWindows[name];

/** The preset that a window is, `stored` being the series' or the picture's own; undefined: it was set by hand. */
export function nameOfWindow(
  modality: string,
  window: ValueWindow,
  stored: ValueWindow | undefined,
): WindowName | undefined {
  if (window.isFull) return "full";
  return windowsFor(modality).find((name) => {
    const named = name === "stored" ? stored : fixedWindow(name);
    return named !== undefined && isSame(named, window);
  });
}

/** A hand comes back to it within a value. */
const isSame = (one: ValueWindow, other: ValueWindow): boolean =>
  Math.abs(one.centre - other.centre) < 1 && Math.abs(one.width - other.width) < 1.5;

/** Of all values, where these are the least and the greatest. */
export const fullWindowOf = (lower: number, upper: number): ValueWindow => ({
  ...windowOfRange(lower, upper),
  isFull: true,
});

/** Values from `lower` to `upper`. */
export const windowOfRange = (lower: number, upper: number): ValueWindow => ({
  centre: (lower + upper) / 2,
  width: Math.max(1, upper - lower),
});

export const rangeOfWindow = ({ centre, width }: ValueWindow) => ({
  lower: centre - width / 2,
  upper: centre + width / 2,
});

/** A drag over `[right, down]` CSS pixels: to the right widens, down darkens. Faster where the window is wide. */
export function draggedWindow(
  { centre, width }: ValueWindow,
  [right, down]: readonly [number, number],
): ValueWindow {
  const pace = Math.max(1, width / 400);
  return { centre: centre + down * pace, width: Math.max(1, width + right * pace) };
}

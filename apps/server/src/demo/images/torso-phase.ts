/** What of a body the contrast has reached, in Hounsfield units. */
export interface Phase {
  readonly arteries: number;
  readonly veins: number;
  /** In the chambers and the great vessels of the chest. */
  readonly heart: number;
  readonly heartMuscle: number;
  readonly liver: number;
  readonly portalVein: number;
  readonly hepaticVeins: number;
  readonly spleen: number;
}

export const portalVenous: Phase = {
  arteries: 152,
  veins: 142,
  heart: 148,
  heartMuscle: 105,
  liver: 104,
  portalVein: 166,
  hepaticVeins: 158,
  spleen: 126,
};

export const arterial: Phase = {
  arteries: 340,
  veins: 58,
  heart: 330,
  heartMuscle: 98,
  liver: 70,
  portalVein: 76,
  hepaticVeins: 62,
  spleen: 128,
};

export const withoutContrast: Phase = {
  arteries: 42,
  veins: 42,
  heart: 41,
  heartMuscle: 46,
  liver: 58,
  portalVein: 44,
  hepaticVeins: 44,
  spleen: 50,
};

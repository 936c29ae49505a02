/** Brightness on a T2-weighted picture. */
export const t2 = {
  fluid: 900,
  fat: 560,
  marrow: 300,
  muscle: 125,
  cord: 360,
  root: 430,
  dry: 140,
  annulus: 95,
  nucleus: 560,
  ligament: 55,
  cortex: 45,
  flow: 25,
  bowel: 330,
} as const;

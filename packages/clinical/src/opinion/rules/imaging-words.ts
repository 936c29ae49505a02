import type { ImagingMethod } from "../../record/imaging-held.ts";

/** English names of ways of imaging, as a finding or a sentence has them. */
const names: readonly (readonly [ImagingMethod, RegExp])[] = [
  ["ct", /\b(?:CTA?|CAT scans?)\b|\bcomputed tomogra/i],
  ["mr", /\bMRIs?\b|\bmagnetic resonance\b/i],
  ["pet", /\bpositron emission/i],
  ["nuclear", /\bSPECT\b|\bscintigra|\bbone scans?\b/i],
  ["ultrasound", /\bultrasound|\bsonogra|\becho(?:s|es|cardiogra\w*)?\b/i],
  ["x-ray", /\bx-?rays?\b|\bradiographs?\b|\bplain films?\b/i],
  ["mammography", /\bmammogra/i],
  ["angiography", /(?<!\b(?:CT|MR)[- ])\bangiogra/i],
  ["ecg", /\bE[CK]Gs?\b|\belectrocardiogra/i],
  ["slides", /\bslides?\b|\bhistolog/i],
  // Short forms that are other words in small letters: Mr, pet, toe.
  ["mr", /\bMR(?:A|CP)?\b/],
  ["pet", /\bPET\b/],
  ["ultrasound", /\b(?:TTE|TOE|TEE|US)\b/],
];

/** The ways of imaging that these words name. */
export const imagingNamedIn = (words: string): readonly ImagingMethod[] => [
  ...new Set(names.flatMap(([method, name]) => (name.test(words) ? [method] : []))),
];

import { representations } from "./tags.ts";

const hexadecimal = (number: number, digits: number): string =>
  number.toString(16).toUpperCase().padStart(digits, "0");

/** As in DICOM JSON: "0020000D". */
export const tagName = (tag: number): string => hexadecimal(tag, 8);

export const groupOf = (tag: number): number => Math.floor(tag / 0x10000);

export const isPrivateTag = (tag: number): boolean => groupOf(tag) % 2 === 1;

const known = new Map<string, ReadonlyMap<string, string>>();

function elementsOf(group: string): ReadonlyMap<string, string> {
  const read = known.get(group);
  if (read !== undefined) return read;
  const elements = new Map<string, string>();
  for (const [, element, vr] of (representations[group] ?? "").matchAll(/([0-9A-F]{4})([A-Za-z]{2})/g)) {
    if (element !== undefined && vr !== undefined) elements.set(element, vr);
  }
  known.set(group, elements);
  return elements;
}

/** Curves and overlays repeat in every second group: 5002 is as 5000. */
const standingFor = (group: number): number =>
  (group >= 0x5000 && group <= 0x501e) || (group >= 0x6000 && group <= 0x601e) ? group & 0xff00 : group;

/**
 * The value representation of a public tag, "UN" where it is not known or private; for groups' lengths and private
 * creators too. `signed`: whether pixels are signed, which some elements follow.
 */
export function representationOf(tag: number, signed: boolean): string {
  const group = groupOf(tag);
  const element = tag % 0x10000;
  if (element === 0) return "UL";
  if (isPrivateTag(tag)) return element >= 0x10 && element <= 0xff ? "LO" : "UN";
  const vr = elementsOf(hexadecimal(standingFor(group), 4)).get(hexadecimal(element, 4)) ?? "UN";
  if (vr !== "xs") return vr;
  return signed ? "SS" : "US";
}

const short = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US";
const shortRepresentations = new Set(short.split(" "));

/** In explicit syntax: whether the length has two bytes. All later representations have four (PS3.5, 7.1.2). */
export const hasShortLength = (vr: string): boolean => shortRepresentations.has(vr);

export const isRepresentation = (vr: string): boolean => /^[A-Z]{2}$/.test(vr);

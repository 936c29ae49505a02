import type { ArchiveSearch } from "./archive-api.ts";

/** What the fields hold, as it was written. */
export type Written = { readonly [Name in keyof ArchiveSearch]?: string };

/** What would be a sign for an archive (`Lind*`, `Lind^Mara`) is a space. */
const clean = (text: string): string => text.replaceAll(/[*?\\^=\p{Cc}\s]+/gu, " ").trim();

/** Fields that hold something. */
export const searchOf = (written: Written): ArchiveSearch =>
  Object.fromEntries(
    Object.entries(written).flatMap(([name, text]) => {
      const value = clean(text);
      return value === "" ? [] : [[name, value]];
    }),
  );

/** Letters of a family's name that are enough. */
const fewestLetters = 2;

/** Whether it says whom to look for. */
export function isEnough(written: Written): boolean {
  const { family = "", patientId, accession } = searchOf(written);
  const hasNumber = patientId !== undefined || accession !== undefined;
  return family === "" ? hasNumber : family.length >= fewestLetters;
}

import type { Decimal } from "@consilium/clinical";

declare global {
  interface JSON {
    /** ECMAScript 2026: printed as it stands. */
    rawJSON(text: string): object;
  }
}

/** A number that stands in the file as its source wrote it: 60.0 stays 60.0. */
export function written({ text, number }: Decimal): number {
  // What JSON would read as another number is written as it was understood.
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return number;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is printed where a number stands
  return JSON.rawJSON(text) as unknown as number;
}

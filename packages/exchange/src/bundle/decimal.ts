import type { Decimal } from "@consilium/clinical";

declare global {
  interface JSON {
    /** ECMAScript 2026: printed as it stands. */
    rawJSON(text: string): object;
  }
}

/** A number that stands in the file as its source wrote it: 60.0 stays 60.0. */
export const written = ({ text, number }: Decimal): number =>
  // What JSON would read as another number is written as it was understood.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is printed where a number stands
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
    ? (JSON.rawJSON(text) as unknown as number)
    : number;

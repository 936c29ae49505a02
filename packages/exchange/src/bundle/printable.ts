import { cleanText } from "@consilium/interchange";

/** Words as FHIR takes them: without control signs and halves of letters; a dash where nothing is left. */
export function printable<Value>(value: Value): Value;
export function printable(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value).trim() === "" ? "–" : cleanText(value);
  if (Array.isArray(value)) return value.map((one: unknown) => printable(one));
  // Plain objects only: a number that is printed as it was written is another kind.
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, printable(held)]));
}

import { printableLine } from "./printable.ts";

/** Every string of a plain value on one printable line. Runs of rich text keep the spaces at their ends: they are clean already. */
export function cleanLines<Value>(value: Value): Value;
// The copy has the shape of the value, which TypeScript cannot follow: only the letters of strings differ.
export function cleanLines(value: unknown): unknown {
  if (typeof value === "string") return printableLine(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => cleanLines(entry));
  if (typeof value !== "object" || value === null) return value;
  if ("type" in value && value.type === "text") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, cleanLines<unknown>(entry)]));
}

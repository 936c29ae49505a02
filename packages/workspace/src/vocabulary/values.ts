import { isUlid } from "@consilium/foundation";
import type { Accepts } from "./rule.ts";

export const isText =
  (longest: number): Accepts =>
  (value) =>
    typeof value === "string" && value.length <= longest;

export const isOneOf =
  (choices: readonly string[]): Accepts =>
  (value) =>
    typeof value === "string" && choices.includes(value);

export const isCount: Accepts = (value) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

/** A calendar day, without a time and a zone: `2026-11-24`. */
export const isDay: Accepts = (value) => {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value);
};

const mostIds = 50;
export const isIds: Accepts = (value) =>
  Array.isArray(value) && value.length <= mostIds && value.every(isUlid);

const deepest = 8;
const widest = 256;
const longestString = 4096;

/**
 * Plain JSON of a bounded size. lib0 lets a sender choose an object's prototype (`__proto__` is a key to it): refused, as are
 * numbers that JSON does not have, because such a value has no canonical form.
 */
export function isPlainData(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length <= longestString;
  if (typeof value !== "object" || depth === deepest) return false;
  if (Array.isArray(value))
    return value.length <= widest && value.every((part) => isPlainData(part, depth + 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  const parts = Object.values(value);
  return parts.length <= widest && parts.every((part) => isPlainData(part, depth + 1));
}

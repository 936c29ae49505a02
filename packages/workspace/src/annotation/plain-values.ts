/** Guards for what comes out of somebody's layer: nothing in it is believed. */

export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

export const anchorLimits = {
  /** Characters of a quoted phrase. */
  quote: 2000,
  /** Characters kept on each side of it. */
  surroundings: 32,
  rivals: 8,
} as const;

export function parseQuote(value: unknown): Quote | undefined {
  if (!isObject(value)) return undefined;
  const { exact, prefix, suffix } = value;
  if (!isText(exact, anchorLimits.quote) || exact.trim() === "") return undefined;
  if (!isText(prefix, anchorLimits.surroundings) || !isText(suffix, anchorLimits.surroundings))
    return undefined;
  return { exact, prefix, suffix };
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length <= longest && value.isWellFormed();
export const isName = (value: unknown): value is string => isText(value, 100) && value !== "";
export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
export const isDigest = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

/** What a scalar field holds, as words; empty for nothing and for what is no scalar. */
export const wordsOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

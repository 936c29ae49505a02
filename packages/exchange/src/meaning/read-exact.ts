/** A number by its digits: 60.0 is not 60. */
export interface WrittenNumber {
  readonly digits: string;
}

/** JSON with its numbers as they were written. Throws where it is none. */
export const readExact = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === "number"
      ? ({ digits: context?.source ?? String(value) } satisfies WrittenNumber)
      : value,
  );

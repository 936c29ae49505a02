/** The value without what nobody said: FHIR knows neither empty strings, lists and objects nor null. */
export function given<Value extends object>(value: {
  [Key in keyof Value]: Value[Key] | null | undefined;
}): Value;
export function given(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, entry]: [string, unknown]) =>
        entry !== null &&
        entry !== undefined &&
        entry !== "" &&
        !(Array.isArray(entry) && entry.length === 0),
    ),
  );
}

/** At most so many characters are a string of FHIR. */
const longestString = 1_048_576;

export const fhirString = (words: string): string => words.slice(0, longestString);

/** In the order in which a case gives them out: the first four keep the largest distances (look.md). */
export const personColours = [
  "iris",
  "rust",
  "moss",
  "plum",
  "sky",
  "ochre",
  "rose",
  "jade",
  "violet",
  "slate",
] as const;
export type PersonColour = (typeof personColours)[number];

/**
 * A colour belongs to a person for the life of a case: give the ids in the order in which they came to the case. Past ten
 * people the colours begin again; initials stand at every mark anyway.
 */
export function coloursOf(idsInOrder: readonly string[]): ReadonlyMap<string, PersonColour> {
  return new Map(idsInOrder.map((id, at) => [id, personColours[at % personColours.length] ?? "slate"]));
}

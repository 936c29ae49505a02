import { contentOf } from "./content-of.ts";
import { normalForm } from "./normal-form.ts";
import { readExact } from "./read-exact.ts";

export interface Comparison {
  readonly isEqual: boolean;
  /** Entries in their normal form that only one of the two has. */
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** How many were compared. */
  readonly compared: number;
  /** What was not, by type and reason. */
  readonly left: readonly string[];
}

/** Whether two exported bundles, as text, say the same of a case. What is not compared: see `contentOf`. */
export async function compareCases(one: string, other: string): Promise<Comparison> {
  const [first, second] = [contentOf(readExact(one)), contentOf(readExact(other))];
  const [ours, theirs] = [await normalForm(first.entries), await normalForm(second.entries)];
  const onlyFirst = without(ours, theirs);
  const onlySecond = without(theirs, ours);
  return {
    isEqual: onlyFirst.length + onlySecond.length === 0,
    onlyFirst,
    onlySecond,
    compared: ours.length,
    left: [...new Set([...first.left, ...second.left])].toSorted(),
  };
}

/** As often as it stands there. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const found = counts.get(text) ?? 0;
    counts.set(text, found - 1);
    return found <= 0;
  });
}

import type { Citation } from "./citation.ts";
import { identifiers, readIdentifier } from "./identifiers.ts";

/**
 * Whether two sources are one: an identifier that both have decides, by whichever agrees first where none disagrees; without one
 * in common, the same title (letters and digits alone) of the same year.
 */
export function isSameCitation(one: Citation, other: Citation): boolean {
  const shared = identifiers.flatMap((name) => {
    const [left, right] = [normal(one, name), normal(other, name)];
    return left !== undefined && right !== undefined ? [left === right] : [];
  });
  if (shared.length > 0) return shared.every(Boolean);
  const [left, right] = [titleKey(one), titleKey(other)];
  return left.length > 10 && left === right && (one.year ?? other.year) === (other.year ?? one.year);
}

const normal = (citation: Citation, name: (typeof identifiers)[number]): string | undefined => {
  const value = citation[name];
  return value === undefined ? undefined : readIdentifier(name, value);
};

const titleKey = ({ title = "" }: Citation): string =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Sources that are one, each with the first of its like; in the order given. */
export function findDuplicates<Source extends Citation>(
  sources: readonly Source[],
): readonly { readonly kept: Source; readonly again: Source }[] {
  const kept: Source[] = [];
  return sources.flatMap((source) => {
    const first = kept.find((one) => isSameCitation(one, source));
    if (first) return [{ kept: first, again: source }];
    kept.push(source);
    return [];
  });
}

/** What the first one says, with what only the other one knows. */
export const mergeCitations = (kept: Citation, again: Citation): Citation => ({ ...again, ...kept });

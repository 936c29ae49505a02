import { canonicalJson } from "@consilium/foundation";
import type { TextAnchor } from "./anchor.ts";
import type { DocumentIndex } from "./document-index.ts";
import { makeAnchor } from "./make-anchor.ts";
import type { Resolution, TextSpan } from "./resolve-text-anchor.ts";

/**
 * The anchor as it would be made now, for the layer's owner to write back when idle. Undefined: nothing to write; words that
 * changed keep their old anchor, or nobody could see what they were.
 */
export function refreshAnchor(
  index: DocumentIndex,
  anchor: TextAnchor,
  found: Resolution<TextSpan>,
): TextAnchor | undefined {
  if (found.state !== "exact" && found.state !== "moved") return undefined;
  const made = makeAnchor(index, found.at.where, found.at.start, found.at.end);
  if (!made.ok) return undefined;
  const fresh = { ...made.value, quote: { ...made.value.quote, exact: anchor.quote.exact } };
  return canonicalJson({ ...fresh, hint: 0 }) === canonicalJson({ ...anchor, hint: 0 }) ? undefined : fresh;
}

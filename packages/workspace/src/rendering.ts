import type { DocumentKind } from "@consilium/clinical";
import { canonicalJson } from "@consilium/foundation";
import * as Y from "yjs";
import { readFragment } from "./rich-text/read-fragment.ts";
import { vocabularyFor } from "./vocabulary/vocabulary.ts";

/**
 * Everything that a reader could see, as one canonical JSON text (RFC 8785): by root, rich text as ProseMirror JSON. Equal for
 * replicas that show the same, however Yjs cut their structs, whatever superfluous format marks they hold, and whether an
 * empty root was opened or not (SY-35). Roots outside the vocabulary are not rendered.
 */
export function canonicalRendering(doc: Y.Doc, kind: DocumentKind): string {
  const vocabulary = vocabularyFor(kind);
  const roots: Record<string, unknown> = {};
  for (const name of doc.share.keys()) {
    switch (vocabulary.root(name)?.holds) {
      case "blocks": {
        const fragment = doc.getXmlFragment(name);
        if (fragment.length > 0) roots[name] = plain(fragment);
        break;
      }
      case "entries": {
        const map = doc.getMap(name);
        if (map.size > 0) roots[name] = plain(map);
        break;
      }
      case "text":
      case undefined:
        break;
    }
  }
  return canonicalJson(wellFormed(roots));
}

/** A map's entries and a fragment's blocks as plain JSON. */
export function plain(value: unknown): unknown {
  if (value instanceof Y.XmlFragment) return readFragment(value);
  if (value instanceof Y.Map)
    return Object.fromEntries([...value].map(([key, entry]) => [key, plain(entry)]));
  return value;
}

/**
 * What the wire makes of it: half a surrogate pair is U+FFFD on every replica but its author's; a number without a place in
 * JSON is named.
 */
function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value === "number") return Number.isFinite(value) ? value : { number: String(value) };
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key.toWellFormed(), wellFormed(entry)]),
  );
}

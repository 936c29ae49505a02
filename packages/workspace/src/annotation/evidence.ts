import type * as Y from "yjs";
import { type Anchor, parseAnchor } from "./anchor.ts";

/** What an evidence link of the text points to, and the words it is shown with. */
export interface Evidence {
  readonly anchor: Anchor;
  readonly label: string;
}

const longestLabel = 200;

/** One JSON value beside the text: the anchor, and its label as one more field. */
export function setEvidence(doc: Y.Doc, id: string, { anchor, label }: Evidence): void {
  doc.getMap<unknown>("evidence").set(id, { ...anchor, label });
}

/** Undefined: no such link, or a place that this app does not know. */
export function evidenceOf(doc: Y.Doc, id: string): Evidence | undefined {
  const value = doc.getMap<unknown>("evidence").get(id);
  const anchor = parseAnchor(value);
  if (!anchor || typeof value !== "object" || value === null || !("label" in value)) return undefined;
  const { label } = value;
  return typeof label === "string" && label.length <= longestLabel ? { anchor, label } : undefined;
}

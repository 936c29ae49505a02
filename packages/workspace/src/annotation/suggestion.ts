import { ok, refuse, type Result } from "@consilium/foundation";
import * as Y from "yjs";
import type { TextAnchor } from "./anchor.ts";
import type { DocumentIndex } from "./document-index.ts";
import { runAt } from "./fragment-index.ts";
import { resolveTextAnchor, type TextSpan } from "./resolve-text-anchor.ts";

/** What accepting would do now. */
export type Acceptance =
  /** The words are those that the suggestion was made for: one click, then one editor transaction over `at`. */
  | { readonly fate: "apply"; readonly at: TextSpan; readonly proposed: string }
  /** They are not, or are parted by a block or a link: show all three and ask. */
  | {
      readonly fate: "ask";
      readonly at: TextSpan;
      readonly was: string;
      readonly now: string;
      readonly proposed: string;
    }
  | { readonly fate: "gone"; readonly was: string; readonly proposed: string };

/** Call it right before the edit: the positions hold for the text of now. */
export function judgeSuggestion(index: DocumentIndex, anchor: TextAnchor, proposed: string): Acceptance {
  const was = anchor.quote.exact;
  const found = resolveTextAnchor(index, anchor);
  if (found.state === "orphaned") return { fate: "gone", was, proposed };
  const { at } = found;
  const now = index.place(at.where)?.text.slice(at.start, at.end) ?? "";
  return now === was ? { fate: "apply", at, proposed } : { fate: "ask", at, was, now, proposed };
}

/**
 * Puts the proposed words in the place of the quoted ones, with the marks of their first letter, and books the suggestion as
 * accepted, in one transaction: for everything that edits without an editor. Line breaks become spaces.
 */
export function applySuggestion(
  index: DocumentIndex,
  {
    id,
    anchor,
    replacement,
  }: { readonly id: string; readonly anchor: TextAnchor; readonly replacement: string },
): Result<TextSpan, "gone" | "changed" | "parted"> {
  const { doc } = index;
  const judged = judgeSuggestion(index, anchor, replacement);
  if (judged.fate === "gone") return refuse("gone");
  if (judged.fate === "ask") return refuse("changed");
  const { at } = judged;
  const place = index.place(at.where);
  const run = place && runAt(place, "offset", at.start);
  if (!run || !(run.type instanceof Y.XmlText) || at.end > run.offset + run.length) return refuse("parted");
  const text = run.type;
  const words = replacement.toWellFormed().replaceAll(/\s*\n\s*/g, " ");
  const first = String.fromCodePoint(place.text.codePointAt(at.start) ?? 0).length;
  const from = at.start - run.offset;
  doc.transact(() => {
    // After the first letter, so that Yjs gives the new words its marks; then the old words around them go.
    if (words !== "") text.insert(from + first, words);
    text.delete(from + first + words.length, at.end - at.start - first);
    text.delete(from, first);
    doc.getMap<boolean>("accepted").set(id, true);
  });
  return ok({ ...at, end: at.start + words.length, to: at.from + words.length });
}

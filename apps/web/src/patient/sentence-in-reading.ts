import { evidenceUsesOf, indexDocument } from "@consilium/workspace";
import type { Doc } from "yjs";
import { type FoundSentence, wordsIn } from "../record/relied-on/shown-sentence.ts";
import { isSamePlace, placeKey } from "./text-place.ts";

/** A sentence of the opinion as a patient reads it: the paragraph that has the link. */
export function sentenceInReading(doc: Doc, key: string): FoundSentence {
  const index = indexDocument(doc);
  const uses = evidenceUsesOf(index);
  index.close();
  const use = uses.find((one) => one.key === key);
  if (!use) return "gone";
  const text = document.querySelector<HTMLElement>(`[data-place="${placeKey(use.where)}"]`);
  if (!text) return undefined;
  if (!use.span) return { element: text, words: wordsIn(text) };
  const alike = uses.filter(({ id, where, span }) => id === use.id && span && isSamePlace(where, use.where));
  const links = text.querySelectorAll<HTMLElement>(`[data-evidence="${CSS.escape(use.id)}"]`);
  const element = links[alike.indexOf(use)];
  if (!element) return undefined;
  const block = element.closest<HTMLElement>("p, li, h2, h3, td, th, blockquote");
  return { element, words: wordsIn(block ?? element) };
}

import { type EvidenceUse, evidenceUsesOf, indexDocument } from "@consilium/workspace";
import type { Doc } from "yjs";

/** A sentence on the screen: its link, or the item that names its evidence, and the words. */
export interface ShownSentence {
  readonly element: HTMLElement;
  readonly words: Range;
}

/** How long it is marked, in milliseconds: long enough to be found by who looked elsewhere. */
const marked = 2500;

/** Its name in the style sheet. */
const name = "sentence";

/** The use that an address names. Undefined: the link was taken out of the text. */
export function namedUse(doc: Doc, key: string): EvidenceUse | undefined {
  const index = indexDocument(doc);
  const found = evidenceUsesOf(index).find((use) => use.key === key);
  index.close();
  return found;
}

export function wordsIn(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}

/** The focus goes to the link, so that the keys go on from it, and the words are marked for a moment. */
export function markSentence({ element, words }: ShownSentence): void {
  element.focus({ preventScroll: true });
  element.dataset["lit"] = "";
  const highlight = "highlights" in CSS ? new Highlight(words) : undefined;
  if (highlight) CSS.highlights.set(name, highlight);
  setTimeout(() => {
    delete element.dataset["lit"];
    if (highlight && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }, marked);
}

/** Undefined: it is not on the page yet. `gone`: the text does not have it any more. */
export type FoundSentence = ShownSentence | "gone" | undefined;

/** Calls back once it is on the page: far sections are built when the browser has time. Returns what ends the waiting. */
export function whenOnPage(
  find: () => FoundSentence,
  show: (found: Exclude<FoundSentence, undefined>) => void,
): () => void {
  const observer = new MutationObserver(look);
  function look() {
    const found = find();
    if (!found) return;
    observer.disconnect();
    show(found);
  }
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return () => observer.disconnect();
}

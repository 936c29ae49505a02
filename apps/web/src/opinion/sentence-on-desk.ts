import { type EvidenceUse, indexDocument, positionsOf } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import type { Doc } from "yjs";
import {
  type FoundSentence,
  namedUse,
  type ShownSentence,
  wordsIn,
} from "../record/relied-on/shown-sentence.ts";
import { editorBoundTo } from "../thread/editor-at.ts";

/** A sentence of the text on the desk, by the link that it relies on. */
export function sentenceOnDesk(doc: Doc, key: string): FoundSentence {
  const use = namedUse(doc, key);
  if (!use) return "gone";
  return use.span ? linkedSentence(doc, use, use.span) : itemOfUse(use);
}

/** An item that names its evidence as a whole. */
function itemOfUse({ where }: EvidenceUse): ShownSentence | undefined {
  const item = "item" in where ? document.getElementById(`item-${where.item}`) : null;
  if (!item) return undefined;
  const words = item.querySelector<HTMLElement>(".section-text") ?? item;
  return { element: words, words: wordsIn(words) };
}

function linkedSentence(
  doc: Doc,
  { where }: EvidenceUse,
  { start, end, at }: NonNullable<EvidenceUse["span"]>,
): ShownSentence | undefined {
  const index = indexDocument(doc);
  const place = index.place(where);
  index.close();
  const editor = place && editorBoundTo(place.fragment);
  if (!place || !editor) return undefined;
  const element = editor.view.nodeDOM(positionsOf(place, at, at + 1).from);
  const { from, to } = positionsOf(place, start, end);
  if (!(element instanceof HTMLElement) || to > editor.state.doc.content.size) return undefined;
  return { element, words: rangeOf(editor, from, to) };
}

function rangeOf({ view }: Editor, from: number, to: number): Range {
  const range = document.createRange();
  const [first, last] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

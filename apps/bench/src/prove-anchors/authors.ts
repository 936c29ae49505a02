import type { Random } from "@consilium/foundation";
import { type DocumentIndex, indexDocument, type TextPlace } from "@consilium/workspace";
import { openEditor } from "@consilium/workspace/testing";
import * as Y from "yjs";
import { type Births, createBirths, createIdentities, type Identities } from "./identities.ts";
import type { Place } from "./judge.ts";
import { createLetterBook, type LetterBook } from "./letter-book.ts";
import { item, sections } from "./random-document.ts";
import { type Desk, edits } from "./random-edits.ts";

export interface OpenPlace extends Place, Desk {
  readonly where: TextPlace;
}

/** One who edits, with an own copy of the document. */
export interface Author {
  readonly doc: Y.Doc;
  readonly index: DocumentIndex;
  readonly places: readonly OpenPlace[];
  readonly births: Births;
  readonly book: LetterBook;
}

type Authors = readonly [Author, ...Author[]];

export function openAuthors(doc: Y.Doc, hands: 1 | 2, random: Random): Authors {
  const births = createBirths();
  const book = createLetterBook();
  const first = openAuthor(doc, births, book);
  if (hands === 1) return [first];
  enterAll(first);
  const copy = new Y.Doc();
  copy.clientID = 1 + random.below(2 ** 31);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const second = openAuthor(copy, births, book);
  readAll(second);
  return [first, second];
}

/** An edit by one of them; then, now and then and after the last edit, what one wrote reaches the other. */
export function editTogether(authors: Authors, random: Random, isLast: boolean): string {
  const author = random.pick(authors);
  const edit = editOnce(author.places, random);
  enterAll(author);
  for (const from of authors)
    for (const to of authors) if (from !== to && (isLast || random.below(4) === 0)) receive(from, to);
  return edit;
}

export function editOnce(places: readonly OpenPlace[], random: Random): string {
  for (;;) {
    const desk = random.pick(places);
    const name = random.pick(Object.keys(edits));
    const others = places.filter((other) => other !== desk);
    if (edits[name]?.(desk, random, others)) return name;
  }
}

export const keyOf = (where: TextPlace): string =>
  "section" in where ? where.section : `${where.item}/${where.field}`;

function receive(from: Author, to: Author): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)));
  for (const { editor } of to.places) editor.reload();
  readAll(to);
}

function enterAll({ places, book }: Author): void {
  for (const { editor, identities } of places) book.enter(editor.fragment, identities.at());
}

function readAll({ places, book }: Author): void {
  for (const { editor, identities } of places)
    identities.merged(editor.state().doc, book.read(editor.fragment));
}

function openAuthor(doc: Y.Doc, births: Births, book: LetterBook): Author {
  const fields = doc.getMap<unknown>("items").get(item.item);
  const field: unknown = fields instanceof Y.Map ? fields.get(item.field) : undefined;
  const texts: (readonly [TextPlace, Y.XmlFragment])[] = sections.map((section) => [
    { section },
    doc.getXmlFragment(`s.${section}`),
  ]);
  if (field instanceof Y.XmlFragment) texts.push([item, field]);
  const places = texts.map(([where, fragment]) => openPlace(where, fragment, births));
  return { doc, index: indexDocument(doc), places, births, book };
}

function openPlace(where: TextPlace, fragment: Y.XmlFragment, births: Births): OpenPlace {
  let identities: Identities | undefined;
  const editor = openEditor(fragment, { onTransaction: (transaction) => identities?.follow(transaction) });
  identities = createIdentities(editor.state().doc, births);
  return {
    key: keyOf(where),
    where,
    editor,
    identities,
    isBlank: (position) => /^\s$/.test(editor.state().doc.textBetween(position, position + 1)),
  };
}

import * as Y from "yjs";
import type { TextPlace } from "./anchor.ts";
import { type FragmentIndex, indexFragment } from "./fragment-index.ts";

/** The rich texts of a document or of a mirror of it, each indexed when it is asked for and again after it changed. */
export interface DocumentIndex {
  readonly doc: Y.Doc;
  readonly place: (where: TextPlace) => FragmentIndex | undefined;
  readonly places: () => readonly PlacedIndex[];
  /** Another number after each transaction that changed anything. */
  readonly revision: () => number;
  /** Stops listening to the document. */
  readonly close: () => void;
}

export interface PlacedIndex {
  readonly where: TextPlace;
  readonly index: FragmentIndex;
}

export function indexDocument(doc: Y.Doc): DocumentIndex {
  const indexes = new Map<unknown, FragmentIndex>();
  const indexOf = (fragment: Y.XmlFragment): FragmentIndex => {
    let index = indexes.get(fragment);
    if (!index) indexes.set(fragment, (index = indexFragment(fragment)));
    return index;
  };
  let revision = 0;
  // Before the observers, so that an observer that resolves anchors sees the text of now.
  const forget = (transaction: Y.Transaction) => {
    revision += 1;
    for (const changed of transaction.changed.keys())
      for (let type: unknown = changed; type instanceof Y.AbstractType; type = type._item?.parent)
        indexes.delete(type);
  };
  doc.on("beforeObserverCalls", forget);
  return {
    doc,
    place: (where) => {
      const fragment = fragmentAt(doc, where);
      return fragment && indexOf(fragment);
    },
    revision: () => revision,
    places: () => placesOf(doc).map(({ where, fragment }) => ({ where, index: indexOf(fragment) })),
    close: () => {
      doc.off("beforeObserverCalls", forget);
    },
  };
}

export function fragmentAt(doc: Y.Doc, where: TextPlace): Y.XmlFragment | undefined {
  if ("section" in where) {
    const name = `s.${where.section}`;
    return doc.share.has(name) ? doc.getXmlFragment(name) : undefined;
  }
  const field = doc.getMap<unknown>("items").get(where.item);
  const content: unknown = field instanceof Y.Map ? field.get(where.field) : undefined;
  return content instanceof Y.XmlFragment ? content : undefined;
}

function placesOf(doc: Y.Doc): { readonly where: TextPlace; readonly fragment: Y.XmlFragment }[] {
  const sections = [...doc.share.keys()]
    .filter((name) => name.startsWith("s."))
    .map((name) => ({ where: { section: name.slice(2) }, fragment: doc.getXmlFragment(name) }));
  const fields = [...doc.getMap<unknown>("items")].flatMap(([item, fieldsOf]) =>
    fieldsOf instanceof Y.Map
      ? [...fieldsOf].flatMap(([field, fragment]) =>
          fragment instanceof Y.XmlFragment ? [{ where: { item, field }, fragment }] : [],
        )
      : [],
  );
  return [...sections, ...fields];
}

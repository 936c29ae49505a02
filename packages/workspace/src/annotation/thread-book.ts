import { type Audience, formatDocumentName, type LayerName } from "@consilium/clinical";
import type * as Y from "yjs";
import { type Annotation, parseAnnotation } from "./annotation.ts";
import { entriesOf } from "./layer.ts";
import { createShelf, type Shelf } from "./thread-shelf.ts";
import type { Parties, Thread } from "./thread.ts";

export interface Reader {
  readonly seatId: string;
  /** `audiencesFor` of clinical. */
  readonly audiences: readonly Audience[];
}

export interface Layer {
  readonly name: LayerName;
  readonly doc: Y.Doc;
}

/** The threads of a reader, kept while layers change: only the threads that a change touches are assembled again. */
export interface ThreadBook {
  /** In the order of their making. An untouched thread stays the same object. */
  readonly threads: () => readonly Thread[];
  /** A layer that the reader may not read is not taken in. */
  readonly add: (layer: Layer) => void;
  readonly remove: (name: LayerName) => void;
  /** Seats, authors or accepted suggestions are others now: every thread is assembled again. */
  readonly setParties: (parties: Parties) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly close: () => void;
}

export const mayReadLayer = ({ seatId, audiences }: Reader, { seat, audience }: LayerName): boolean =>
  audience === "private" ? seat === seatId : audiences.includes(audience);

/** What a reader sees of these layers, once. */
export function assembleThreads(
  layers: Iterable<Layer>,
  reader: Reader,
  parties: Parties,
): readonly Thread[] {
  const book = openThreadBook(reader, parties);
  for (const layer of layers) book.add(layer);
  const threads = book.threads();
  book.close();
  return threads;
}

export function openThreadBook(reader: Reader, parties: Parties): ThreadBook {
  const book: OpenBook = {
    layers: new Map(),
    shelf: createShelf(),
    listeners: new Set(),
    parties,
    threads: undefined,
  };
  return {
    threads: () => (book.threads ??= book.shelf.threads()),
    add: (layer) => {
      if (mayReadLayer(reader, layer.name)) addLayer(book, layer);
    },
    remove: (name) => removeLayer(book, formatDocumentName(name)),
    setParties: (next) => {
      book.parties = next;
      assemble(book, book.shelf.rootIds());
    },
    subscribe: (listener) => {
      book.listeners.add(listener);
      return () => book.listeners.delete(listener);
    },
    close: () => {
      for (const { stop } of book.layers.values()) stop();
      book.layers.clear();
      book.listeners.clear();
    },
  };
}

interface OpenLayer {
  readonly name: LayerName;
  readonly entries: Map<string, Annotation>;
  readonly stop: () => void;
}

interface OpenBook {
  readonly layers: Map<string, OpenLayer>;
  readonly shelf: Shelf;
  readonly listeners: Set<() => void>;
  parties: Parties;
  /** Undefined: to be sorted again. */
  threads: readonly Thread[] | undefined;
}

type Change = readonly [id: string, now: Annotation | undefined];

function addLayer(book: OpenBook, { name, doc }: Layer): void {
  const key = formatDocumentName(name);
  removeLayer(book, key);
  const map = entriesOf(doc);
  const read = (ids: Iterable<string>): Change[] =>
    [...ids].map((id) => [id, parseAnnotation(id, map.get(id))] as const);
  const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) =>
    takeIn(book, key, layer, read(changedIn(map, events)));
  const layer = { name, entries: new Map<string, Annotation>(), stop: () => map.unobserveDeep(observe) };
  map.observeDeep(observe);
  book.layers.set(key, layer);
  takeIn(book, key, layer, read(map.keys()));
}

function removeLayer(book: OpenBook, key: string): void {
  const layer = book.layers.get(key);
  if (!layer) return;
  layer.stop();
  book.layers.delete(key);
  takeIn(
    book,
    key,
    layer,
    [...layer.entries.keys()].map((id) => [id, undefined]),
  );
}

function takeIn(book: OpenBook, key: string, { name, entries }: OpenLayer, changes: readonly Change[]): void {
  const touched = new Set<string>();
  for (const [id, entry] of changes) {
    const before = entries.get(id);
    if (before) touched.add(book.shelf.drop(key, before));
    entries.delete(id);
    if (!entry) continue;
    entries.set(id, entry);
    touched.add(book.shelf.put(key, { layer: name, entry }));
  }
  if (touched.size > 0) assemble(book, touched);
}

function assemble(book: OpenBook, rootIds: Iterable<string>): void {
  for (const id of rootIds) book.shelf.assemble(id, book.parties);
  book.threads = undefined;
  for (const listener of book.listeners) listener();
}

function changedIn(
  map: Y.Map<unknown>,
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const event of events) {
    if (event.target === map) for (const id of event.keys.keys()) ids.add(id);
    else ids.add(String(event.path[0]));
  }
  return ids;
}

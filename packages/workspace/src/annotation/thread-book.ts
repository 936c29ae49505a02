import { type Audience, formatDocumentName, type LayerName } from "@consilium/clinical";
import * as Y from "yjs";
import { type Annotation, parseAnnotation } from "./annotation.ts";
import { entriesOf } from "./layer.ts";
import { createShelf } from "./thread-shelf.ts";
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

interface OpenLayer {
  readonly name: LayerName;
  readonly entries: Map<string, Annotation>;
  readonly stop: () => void;
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

export function openThreadBook(reader: Reader, initial: Parties): ThreadBook {
  let parties = initial;
  const layers = new Map<string, OpenLayer>();
  const shelf = createShelf();
  const listeners = new Set<() => void>();
  let sorted: readonly Thread[] | undefined;

  const assemble = (rootIds: Iterable<string>) => {
    for (const id of rootIds) shelf.assemble(id, parties);
    sorted = undefined;
    for (const listener of listeners) listener();
  };
  const take = (
    key: string,
    layer: OpenLayer,
    changes: Iterable<readonly [string, Annotation | undefined]>,
  ) => {
    const touched = new Set<string>();
    for (const [id, entry] of changes) {
      const before = layer.entries.get(id);
      if (before) touched.add(shelf.drop(key, before));
      layer.entries.delete(id);
      if (!entry) continue;
      layer.entries.set(id, entry);
      touched.add(shelf.put(key, { layer: layer.name, entry }));
    }
    if (touched.size > 0) assemble(touched);
  };
  const remove = (name: LayerName) => {
    const key = formatDocumentName(name);
    const layer = layers.get(key);
    if (!layer) return;
    layer.stop();
    layers.delete(key);
    take(
      key,
      layer,
      [...layer.entries.keys()].map((id) => [id, undefined] as const),
    );
  };
  return {
    threads: () => (sorted ??= shelf.threads()),
    add: ({ name, doc }) => {
      if (!mayReadLayer(reader, name)) return;
      remove(name);
      const key = formatDocumentName(name);
      const map = entriesOf(doc);
      const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) =>
        take(
          key,
          layer,
          [...changedIn(map, events)].map((id) => [id, parseAnnotation(id, map.get(id))] as const),
        );
      map.observeDeep(observe);
      const layer = { name, entries: new Map<string, Annotation>(), stop: () => map.unobserveDeep(observe) };
      layers.set(key, layer);
      take(
        key,
        layer,
        [...map].map(([id, value]) => [id, parseAnnotation(id, value)] as const),
      );
    },
    remove,
    setParties: (next) => {
      parties = next;
      assemble(shelf.rootIds());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      for (const { stop } of layers.values()) stop();
      layers.clear();
      listeners.clear();
    },
  };
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

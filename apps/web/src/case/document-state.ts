import { parseDocumentName } from "@consilium/clinical";
import { type ReadOnlyReason, sectionRoot, sectionsOf, templatesRoot } from "@consilium/workspace";
import {
  createWatched,
  type DocumentSnapshot,
  type Fault,
  type LocalDocument,
  type Mirror,
  mirrorOf,
  type Watchable,
} from "@consilium/workspace-client";
import type { Awareness } from "y-protocols/awareness";
import type { Doc, UndoManager } from "yjs";
import { createSharedUndo } from "../editor/shared-undo.ts";

/**
 * What the screen may bind and show of a document that this page holds. Whether it is saved is not in it: that changes with
 * each key, and would render everything around the text again.
 */
export type DocumentState =
  | { readonly phase: "opening" }
  | OpenState
  | { readonly phase: "ended"; readonly code: number; readonly reason: string };

export interface OpenState extends BoundDocument {
  readonly phase: "open";
  readonly name: string;
  /** Everything that the server had has arrived. */
  readonly synced: boolean;
  readonly mayWrite: boolean;
  /** Why not. */
  readonly reason: ReadOnlyReason | undefined;
  readonly faults: readonly Fault[];
}

/** What an editor binds. Another `doc` than before: every editor is bound again. */
export interface BoundDocument {
  /** The shared document for who may write, a mirror of it for everyone else (SY-23). Never write into a mirror. */
  readonly doc: Doc;
  /** One history for all the editors and items of the document; undefined for a reader. */
  readonly undo: UndoManager | undefined;
  /** Undefined for a version: nobody is in it. */
  readonly awareness: Awareness | undefined;
  /**
   * Called within the transaction that brings something this app does not know, before any editor has seen it: whoever is
   * bound ends its binding in that call (SY-23). Returns what takes the listener away.
   */
  readonly onUnbind: (unbind: () => void) => () => void;
}

interface Binding {
  readonly source: Doc;
  readonly isShared: boolean;
  readonly bound: BoundDocument;
  readonly stop: () => void;
}

/** From the snapshots of one local document to what editors bind: one undo history, one mirror, for as long as it serves. */
export class Binder {
  readonly #document: LocalDocument;
  readonly #state = createWatched<DocumentState>(opening);
  readonly state: Watchable<DocumentState> = this.#state;
  readonly #unsubscribe: () => void;
  #binding: Binding | undefined;

  constructor(document: LocalDocument) {
    this.#document = document;
    this.#unsubscribe = document.snapshot.subscribe(() => this.#follow());
    this.#follow();
  }

  stop(): void {
    this.#unsubscribe();
    this.#binding?.stop();
    this.#binding = undefined;
  }

  #follow(): void {
    const snapshot = this.#document.snapshot.getSnapshot();
    if (snapshot.phase !== "open") {
      this.#binding?.stop();
      this.#binding = undefined;
      return this.#publish(withoutStatus(snapshot));
    }
    const { synced, mayWrite, reason, faults } = snapshot;
    const { name } = this.#document;
    const { bound } = this.#bind(snapshot);
    this.#publish({ phase: "open", name, synced, mayWrite, reason, faults, ...bound });
  }

  #publish(next: DocumentState): void {
    if (!isSame(next, this.#state.getSnapshot())) this.#state.set(next);
  }

  #bind({ doc, awareness, mayWrite }: Extract<DocumentSnapshot, { phase: "open" }>): Binding {
    const kind = parseDocumentName(this.#document.name)?.kind;
    // No editor is ever bound to a layer: its owner writes by commands.
    const isShared = mayWrite || kind === "layer";
    const known = this.#binding;
    if (known?.source === doc && known.isShared === isShared) return known;
    known?.stop();
    const mirror: Mirror | undefined = isShared ? undefined : mirrorOf(doc);
    // Who is bound to a mirror deletes nothing of anybody, and goes on reading.
    const onUnbind = mirror ? neverUnbound : (unbind: () => void) => this.#document.onUnbind(unbind);
    const undo = mayWrite && kind && kind !== "layer" ? createSharedUndo(scopeOf(doc, kind)) : undefined;
    this.#binding = {
      source: doc,
      isShared,
      bound: { doc: mirror?.doc ?? doc, undo, awareness, onUnbind },
      stop: () => {
        undo?.destroy();
        mirror?.stop();
      },
    };
    return this.#binding;
  }
}

const neverUnbound = () => () => {};

const opening: DocumentState = { phase: "opening" };

const withoutStatus = (snapshot: Exclude<DocumentSnapshot, { phase: "open" }>): DocumentState =>
  snapshot.phase === "opening" ? opening : { phase: "ended", code: snapshot.code, reason: snapshot.reason };

/** By their members: all of them are values or kept from one state to the next. */
const isSame = (one: DocumentState, other: DocumentState): boolean => {
  const [left, right] = [new Map<string, unknown>(Object.entries(one)), Object.entries(other)];
  return left.size === right.length && right.every(([key, value]) => Object.is(left.get(key), value));
};

const scopeOf = (doc: Doc, kind: Parameters<typeof sectionsOf>[0]) => [
  ...sectionsOf(kind).map((section) => doc.getXmlFragment(sectionRoot(section))),
  doc.getMap("items"),
  // Undoing an accepted suggestion opens it again.
  doc.getMap("accepted"),
  doc.getMap(templatesRoot),
];

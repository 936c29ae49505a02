import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from "@tiptap/y-tiptap";
import { type Doc, type Map as YMap, UndoManager, type XmlFragment } from "yjs";

/** The origin of a person's own change outside an editor: an item added, moved, a field set. Undone like typed text. */
const ownChange = Symbol("own change");

/** One transaction that its author can undo. */
export const changeAsOwn = (doc: Doc, change: () => void): void => doc.transact(change, ownChange);

/**
 * One undo history for all the editors and items of a document: every binding writes with the same origin, so other people's edits are
 * never undone. y-tiptap ends the manager that it is given as soon as one of its editors unmounts, and leaves its listeners:
 * hence each editor gets a view of its own.
 */
export function createSharedUndo(scope: readonly (XmlFragment | YMap<unknown>)[]): UndoManager {
  return new UndoManager([...scope], {
    trackedOrigins: new Set<unknown>([ySyncPluginKey, ownChange]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get("addToHistory") !== false,
    captureTimeout: 500,
  });
}

type Listener = Parameters<UndoManager["on"]>;

/** The manager as one editor sees it: ending the editor takes away its own listeners and nothing else. */
export function undoForEditor(shared: UndoManager): UndoManager {
  const listeners: Listener[] = [];
  return new Proxy(shared, {
    get(target, key) {
      if (key === "on") {
        return (...listener: Listener) => {
          listeners.push(listener);
          target.on(...listener);
        };
      }
      if (key === "destroy") {
        return () => {
          for (const listener of listeners.splice(0)) target.off(...listener);
        };
      }
      const value: unknown = Reflect.get(target, key);
      if (key === "restore") return undefined;
      return typeof value === "function" && key !== "constructor" ? value.bind(target) : value;
    },
    // Collaboration keeps `restore` on the manager and registers the manager's own handler again at the next mount; ours was
    // never taken away.
    set: (target, key, value) => (key === "restore" ? true : Reflect.set(target, key, value)),
  });
}

import type { Awareness } from "y-protocols/awareness";
import {
  AbstractType,
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  type Doc,
  type XmlFragment,
} from "yjs";

interface Change {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}
type Listener = (change: Change, origin: unknown) => void;

/**
 * The awareness as one editor of a document sees it. y-tiptap draws the carets of an editor anew whenever anybody's caret moves
 * anywhere, also one's own, which it never shows; and an editor that ends takes the person's caret away, also where that stands
 * in another one. Here an editor hears only of others' carets that came to its text, moved in it or left it.
 */
export function awarenessForEditor(awareness: Awareness, fragment: XmlFragment): Awareness {
  const heard = new Map<unknown, Listener>();
  return new Proxy(awareness, {
    get(target, key) {
      if (key === "on")
        return (name: "change", listener: Listener) => {
          heard.set(listener, onlyHere(target, fragment, listener));
          target.on(name, heard.get(listener) ?? listener);
        };
      if (key === "off")
        return (name: "change", listener: Listener) => {
          target.off(name, heard.get(listener) ?? listener);
          heard.delete(listener);
        };
      if (key === "setLocalStateField")
        return (field: string, value: unknown) => {
          const isOthers =
            field === "cursor" && value === null && !isCaretIn(fragment, target.getLocalState());
          if (!isOthers) target.setLocalStateField(field, value);
        };
      const value: unknown = Reflect.get(target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function onlyHere(awareness: Awareness, fragment: XmlFragment, listener: Listener): Listener {
  const here = new Set<number>();
  return (change, origin) => {
    const moved = [...change.added, ...change.updated, ...change.removed].filter((client) => {
      if (client === awareness.clientID) return false;
      const was = here.delete(client);
      const is = isCaretIn(fragment, awareness.getStates().get(client));
      if (is) here.add(client);
      return was || is;
    });
    if (moved.length > 0) listener(change, origin);
  };
}

/** A caret that names a letter which has not come yet is nowhere: it is drawn when the letter comes. */
function isCaretIn(fragment: XmlFragment, state: unknown): boolean {
  const { doc } = fragment;
  const cursor: unknown = typeof state === "object" && state && "cursor" in state ? state.cursor : undefined;
  if (!doc || typeof cursor !== "object" || !cursor || !("head" in cursor)) return false;
  for (let type: unknown = typeAt(doc, cursor.head); type instanceof AbstractType; type = type._item?.parent)
    if (type === fragment) return true;
  return false;
}

// What others send is believed in nothing; Yjs throws at what is no position.
function typeAt(doc: Doc, position: unknown) {
  try {
    return createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(position), doc)?.type;
  } catch {
    return undefined;
  }
}

import { type Item, itemsOf, type ItemKind } from "@consilium/workspace";
import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Doc } from "yjs";

/**
 * The items of a kind, in their order. Renders again when items come, go, move or when a scalar field changes; the text of a
 * rich field belongs to its editor and renders nothing here.
 */
export function useItems(doc: Doc, kind: ItemKind): readonly Item[] {
  const shown = useRef<{ doc: Doc; kind: ItemKind; items: readonly Item[] }>(undefined);
  const subscribe = useCallback(
    (listener: () => void) => {
      const items = doc.getMap("items");
      const follow: Parameters<typeof items.observeDeep>[0] = (events) => {
        if (!events.some(({ path }) => path.length < 2)) return;
        shown.current = undefined;
        listener();
      };
      items.observeDeep(follow);
      return () => items.unobserveDeep(follow);
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => {
    if (shown.current?.doc !== doc || shown.current.kind !== kind) {
      shown.current = { doc, kind, items: itemsOf(doc, kind) };
    }
    return shown.current.items;
  });
}

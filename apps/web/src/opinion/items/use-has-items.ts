import { itemsOf, type Section } from "@consilium/workspace";
import { useCallback, useSyncExternalStore } from "react";
import { useDesk } from "../desk-context.ts";
import { kindsOfSection } from "./item-forms.ts";

/**
 * Whether something stands below the text of a section; renders again only when that changes. The answers always say how they
 * stand.
 */
export function useHasItems(section: Section): boolean {
  const { doc, kind } = useDesk();
  const subscribe = useCallback(
    (listener: () => void) => {
      const items = doc.getMap("items");
      items.observe(listener);
      return () => items.unobserve(listener);
    },
    [doc],
  );
  const kinds = kindsOfSection[section] ?? [];
  const hasItems = () => section === "answers" || kinds.some((one) => itemsOf(doc, one).length > 0);
  return useSyncExternalStore(subscribe, () => kind === "opinion" && hasItems());
}

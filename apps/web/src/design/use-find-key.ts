import { useEffect, useEffectEvent } from "react";

/** Ctrl K, and the Mac's key for it, from anywhere on a page but a dialog. */
export function useFindKey(find: () => void): void {
  const onFind = useEffectEvent(find);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "k" || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      onFind();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

import { useEffect, useState } from "react";

/** Whether the search is open; Ctrl K, and the Mac's key for it, opens it from anywhere but another dialog. */
export function useFind(): readonly [isOpen: boolean, show: (isOpen: boolean) => void] {
  const [isOpen, show] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "k" || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      show(true);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return [isOpen, show];
}

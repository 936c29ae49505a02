import { type RefObject, useEffect } from "react";

const occupied =
  "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=application]";

/** `D` begins a decision from anywhere that has no use for the letter itself. */
export function useDecisionKey(input: RefObject<HTMLInputElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const { key, target, defaultPrevented, ctrlKey, metaKey, altKey } = event;
      if (key.toLowerCase() !== "d" || defaultPrevented || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest(occupied)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [input, isOn]);
}

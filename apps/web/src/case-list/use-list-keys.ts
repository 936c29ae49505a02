import { useEffect } from "react";

export interface ListKeys {
  readonly move: (by: 1 | -1) => void;
  readonly open: () => void;
  /** What further keys do. */
  readonly more?: Readonly<Record<string, () => void>>;
}

/** J and K move, Enter opens: outside text fields and dialogs, and never over a button or link that has the focus. */
export function useListKeys({ move, open, more = {} }: ListKeys): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest(occupied)) return;
      const further = Object.hasOwn(more, event.key) ? more[event.key] : undefined;
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if (event.key === "Enter" && !(target instanceof Element && target.closest("a, button"))) open();
      else if (further) further();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [move, open, more]);
}

const occupied = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]";

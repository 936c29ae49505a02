import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/**
 * J K and the arrows go from mark to mark, Home and End to the first and the last; what has the focus is opened by Enter.
 * `[` and `]` are the viewers'.
 */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target, currentTarget } = event;
  if (ctrlKey || metaKey || altKey || shiftKey || !(target instanceof Element)) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const now = rows.findIndex((row) => row === target);
  // Inside a thread that is open in the list the keys are the fields' own.
  if (now < 0) return;
  const next = rowFrom(key, now, rows.length);
  if (next === undefined) return;
  event.preventDefault();
  rows[next]?.focus();
}

/** Undefined: no key of the list. At its ends one stays. */
export function rowFrom(key: string, now: number, count: number): number | undefined {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const step = steps[key.length === 1 ? key.toLowerCase() : key];
  return step && Math.min(count - 1, Math.max(0, now + step));
}

import { type RefObject, useEffect } from "react";

/**
 * A mark may be opened on another screen, which has a list of its own: there the row that was pressed is in sight again, and
 * has the focus if nothing else has it, so that the keys go on from it.
 */
export function useBackToOpenRow(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>("[data-row][aria-current]");
    if (!row) return;
    row.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (document.activeElement === document.body) row.focus({ preventScroll: true });
  }, [list]);
}

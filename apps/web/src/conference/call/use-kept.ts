import { type ReactNode, type ReactPortal, type RefCallback, useCallback, useState } from "react";
import { createPortal } from "react-dom";
import { keepScroll } from "./keep-scroll.ts";

export interface Kept {
  /** Above the layouts. */
  readonly portal: ReactPortal;
  /** For the element in which a layout has its room for it. */
  readonly place: RefCallback<HTMLElement>;
}

/** Something that goes on while the layout around it changes: its element moves, and whoever turns their device begins nothing anew. */
export function useKept(children: ReactNode): Kept {
  const [{ element, scroll }] = useState(newElement);
  const place = useCallback(
    (into: HTMLElement | null) => {
      if (!into) return;
      into.append(element);
      scroll.restore();
    },
    [element, scroll],
  );
  return { portal: createPortal(children, element), place };
}

function newElement() {
  const element = document.createElement("div");
  element.className = "kept";
  return { element, scroll: keepScroll(element) };
}

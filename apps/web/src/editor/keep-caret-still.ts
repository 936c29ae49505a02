import type { EditorView } from "@tiptap/pm/view";
import type { Doc, Transaction } from "yjs";

/**
 * While others type above, the line on which I write stays where it is on the screen: what grew above is scrolled away.
 * Browsers anchor the scrolling to something on screen too, but not inside an editor that has the focus. Returns how to stop.
 */
export function keepCaretStill(view: EditorView, doc: Doc): () => void {
  let before: number | undefined;
  const measure = ({ local }: Transaction) => {
    before = local || view.isDestroyed || !view.hasFocus() ? undefined : caretTop(view);
  };
  const restore = () => {
    const after = before === undefined || view.isDestroyed ? undefined : caretTop(view);
    if (before !== undefined && after !== undefined && after !== before)
      scrollerOf(view.dom)?.scrollBy({ top: after - before, behavior: "instant" });
    before = undefined;
  };
  doc.on("beforeTransaction", measure);
  doc.on("afterTransaction", restore);
  return () => {
    doc.off("beforeTransaction", measure);
    doc.off("afterTransaction", restore);
  };
}

/** Undefined where the caret is not on screen: whoever reads elsewhere must not be moved after it. */
function caretTop(view: EditorView): number | undefined {
  const { top, bottom } = view.coordsAtPos(view.state.selection.head);
  return bottom > 0 && top < window.innerHeight ? top : undefined;
}

function scrollerOf(element: HTMLElement): HTMLElement | undefined {
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return undefined;
}

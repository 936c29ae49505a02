/**
 * Words lie on a page with gaps between them, and a pointer over a gap would choose everything up to the page's end. While words
 * are chosen, an element that cannot be chosen lies under all of them and moves along with the end that moves (as in the
 * viewer of pdf.js).
 */
export function keepSelection(layer: HTMLElement, signal: AbortSignal): void {
  const ground = document.createElement("div");
  ground.className = "paper-words-ground";
  layer.append(ground);
  let isDown = false;
  let before: Range | undefined;
  const reset = () => {
    isDown = false;
    layer.append(ground);
    layer.removeAttribute("data-selecting");
  };
  layer.addEventListener(
    "pointerdown",
    () => {
      isDown = true;
      layer.setAttribute("data-selecting", "");
    },
    { signal },
  );
  document.addEventListener("pointerup", reset, { signal });
  document.addEventListener("pointercancel", reset, { signal });
  document.addEventListener(
    "selectionchange",
    () => {
      const selection = document.getSelection();
      if (!isDown || !selection || selection.rangeCount === 0) return;
      const range = selection.getRangeAt(0);
      if (!range.collapsed && range.intersectsNode(layer)) placeBeside(ground, layer, range, before);
      before = range.cloneRange();
    },
    { signal },
  );
}

function placeBeside(ground: HTMLElement, layer: HTMLElement, range: Range, before: Range | undefined): void {
  const isStartMoving =
    before !== undefined &&
    (range.compareBoundaryPoints(Range.END_TO_END, before) === 0 ||
      range.compareBoundaryPoints(Range.START_TO_END, before) === 0);
  const node = isStartMoving ? range.startContainer : range.endContainer;
  const run = runAt(layer, node);
  if (!run || run === ground) return;
  if (isStartMoving) run.before(ground);
  else run.after(ground);
}

/** The element beside which the ground may stand. */
function runAt(layer: HTMLElement, node: Node): Element | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  return element && element !== layer && layer.contains(element) ? element : undefined;
}

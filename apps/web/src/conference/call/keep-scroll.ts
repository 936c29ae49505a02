/**
 * How far one has scrolled in whatever lies below an element: a browser forgets it when the element leaves the page. Kept as a share of
 * the whole, because in another layout the same text is longer or shorter, and as one scrolls: where the window has another width already,
 * the browser has moved the text.
 */
export function keepScroll(element: HTMLElement): { readonly restore: () => void } {
  const shares = new WeakMap<Element, number>();
  let isOwed = false;
  const keep = ({ target: below }: Event): void => {
    if (below instanceof Element && below.clientHeight > 0)
      shares.set(below, below.scrollTop / below.scrollHeight);
  };
  const restore = (): void => {
    // What is not shown has no height: it is put there once it is shown.
    isOwed = element.clientHeight === 0;
    if (isOwed) return;
    for (const below of element.querySelectorAll("*")) {
      const share = shares.get(below);
      if (share !== undefined) below.scrollTop = share * below.scrollHeight;
    }
  };
  element.addEventListener("scroll", keep, { capture: true, passive: true });
  new ResizeObserver(() => isOwed && restore()).observe(element);
  return { restore };
}

/**
 * How far one has scrolled in whatever lies below an element: a browser forgets it when the element leaves the page. Kept as a share of
 * the whole, because in another layout the same text is longer or shorter.
 */
export function keepScroll(element: Element): {
  readonly remember: () => void;
  readonly restore: () => void;
} {
  let kept: readonly (readonly [Element, number])[] = [];
  return {
    remember: () => {
      kept = [...element.querySelectorAll("*")].flatMap((below) =>
        below.scrollTop > 0 ? [[below, below.scrollTop / below.scrollHeight] as const] : [],
      );
    },
    restore: () => {
      for (const [below, share] of kept) below.scrollTop = share * below.scrollHeight;
      kept = [];
    },
  };
}

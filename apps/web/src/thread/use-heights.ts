import { useCallback, useEffect, useState } from "react";

/** The heights of elements by the name that they bear as `data-measured`, followed while they are on the page. */
export function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map());
  const [observer] = useState(
    () => new ResizeObserver((entries) => setHeights((now) => withHeights(now, entries))),
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );
  return { heights, measure };
}

function withHeights(
  now: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const next = new Map(now);
  for (const { target, borderBoxSize } of entries) {
    const name = target instanceof HTMLElement ? target.dataset["measured"] : undefined;
    const height = borderBoxSize[0]?.blockSize;
    if (name !== undefined && height !== undefined) next.set(name, height);
  }
  return next;
}

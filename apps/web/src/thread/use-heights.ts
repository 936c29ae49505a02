import { type RefCallback, useCallback, useEffect, useMemo, useState } from "react";

/** The heights of elements by name, followed while they are on the page. */
export function useHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(() => new Map());
  const names = useMemo(() => new WeakMap<Element, string>(), []);
  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        setHeights((now) => {
          const next = new Map(now);
          for (const { target, borderBoxSize } of entries) {
            const name = names.get(target);
            const height = borderBoxSize[0]?.blockSize;
            if (name !== undefined && height !== undefined) next.set(name, height);
          }
          return next;
        });
      }),
    [names],
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const refs = useMemo(() => new Map<string, RefCallback<HTMLDivElement>>(), []);
  const measure = useCallback(
    (name: string): RefCallback<HTMLDivElement> => {
      const known = refs.get(name);
      if (known) return known;
      const ref: RefCallback<HTMLDivElement> = (element) => {
        if (!element) return undefined;
        names.set(element, name);
        observer.observe(element);
        return () => observer.unobserve(element);
      };
      refs.set(name, ref);
      return ref;
    },
    [names, observer, refs],
  );
  return { heights, measure };
}

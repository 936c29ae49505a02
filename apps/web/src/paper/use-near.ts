import { type RefObject, useCallback, useContext, useEffect, useRef, useState } from "react";
import { NearContext, type ObserveNear } from "./paper-context.ts";

/** Watches the children of a scroller. `margin`: what counts as near, as in `rootMargin`. */
export function useNearWatch(scroller: RefObject<HTMLElement | null>, margin: string): ObserveNear {
  const watch = useRef<{ observer: IntersectionObserver; calls: Map<Element, (isNear: boolean) => void> }>(
    undefined,
  );
  useEffect(
    () => () => {
      watch.current?.observer.disconnect();
      watch.current = undefined;
    },
    [],
  );
  return useCallback(
    (element, onChange) => {
      watch.current ??= startWatch(scroller.current, margin);
      const { observer, calls } = watch.current;
      calls.set(element, onChange);
      observer.observe(element);
      return () => {
        calls.delete(element);
        observer.unobserve(element);
      };
    },
    [scroller, margin],
  );
}

function startWatch(root: HTMLElement | null, rootMargin: string) {
  const calls = new Map<Element, (isNear: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) calls.get(target)?.(isIntersecting);
    },
    { root, rootMargin },
  );
  return { observer, calls };
}

/** Whether an element is near what is seen of its scroller (`NearContext`). */
export function useIsNear(element: RefObject<Element | null>): boolean {
  const observe = useContext(NearContext);
  const [isNear, setNear] = useState(false);
  useEffect(
    () => (element.current && observe ? observe(element.current, setNear) : undefined),
    [element, observe],
  );
  return isNear;
}

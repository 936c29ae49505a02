import { type RefObject, useEffect, useRef } from "react";

/** What was pressed to come here is gone: the keyboard begins at the new page. */
export function useFocusFirst(): RefObject<HTMLElement | null> {
  const first = useRef<HTMLElement>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
}

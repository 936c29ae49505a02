import { useCallback, useRef, useSyncExternalStore } from "react";
import type { Doc } from "yjs";

/** Rendered again after each change of a document, at most once a frame. What it returns has no meaning but "another one". */
export function useDocChanges(doc: Doc): number {
  const changes = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      let frame = 0;
      const changed = () => {
        frame ||= requestAnimationFrame(() => {
          frame = 0;
          changes.current += 1;
          listener();
        });
      };
      doc.on("update", changed);
      return () => {
        cancelAnimationFrame(frame);
        doc.off("update", changed);
      };
    },
    [doc],
  );
  return useSyncExternalStore(subscribe, () => changes.current);
}

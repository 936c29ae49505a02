import { type RefObject, useEffect } from "react";
import { useEvidence } from "../record/evidence-context.ts";
import { useLatest } from "../thread/use-latest.ts";
import { useLookingTogether } from "./looking-together.ts";

const occupied =
  "input:not([type=range]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=radiogroup]";
const presses: ReadonlySet<string> = new Set(["Enter", " "]);

/**
 * The keys of a viewer: inside it, and on a page that shows nothing else while nothing has the focus. A conference has keys of its
 * own.
 */
export function useViewerKeys(
  box: RefObject<HTMLElement | null>,
  /** Whether the viewer did something with it. */
  press: (event: KeyboardEvent) => boolean,
): void {
  const isTogether = useLookingTogether() !== undefined;
  const isAlone = useEvidence() === undefined && !isTogether;
  const latest = useLatest(press);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      const isInside = box.current?.contains(target) ?? false;
      if (!isInside && !(isAlone && target === document.body)) return;
      if (target.closest(occupied)) return;
      // A button is pressed by these, a slider moved by the arrows.
      if (presses.has(event.key) && target.closest("button, a")) return;
      if (event.key.startsWith("Arrow") && target.closest("input")) return;
      if (latest.current(event)) event.preventDefault();
    };
    // Before the text beside the pictures, which has some of these keys too.
    document.addEventListener("keydown", hear, { capture: true });
    return () => document.removeEventListener("keydown", hear, { capture: true });
  }, [latest, isAlone, box]);
}

import { type RefObject, useEffect } from "react";
import { useEvidence } from "../record/evidence-context.ts";
import { useLatest } from "../thread/use-latest.ts";
import type { PaneHandle } from "./pane-handle.ts";
import { type KeyAct, keyAct } from "./viewer-keys.ts";

const occupied =
  "input:not([type=range]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=radiogroup]";
const presses: ReadonlySet<string> = new Set(["Enter", " "]);

export interface StudyKeys {
  readonly box: RefObject<HTMLElement | null>;
  readonly pane: PaneHandle | undefined;
  /** What the picture itself did not do. */
  readonly act: (act: KeyAct) => boolean;
}

/** The keys of the viewer: inside it, and on a page that shows nothing else while nothing has the focus. */
export function useStudyKeys(keys: StudyKeys): void {
  const isAlone = useEvidence() === undefined;
  const latest = useLatest(keys);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { box, pane, act } = latest.current;
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof Element)) return;
      const isInside = box.current?.contains(target) ?? false;
      if (!isInside && !(isAlone && target === document.body)) return;
      if (target.closest(occupied)) return;
      // A button is pressed by these, a slider moved by the arrows.
      if (presses.has(event.key) && target.closest("button, a")) return;
      if (event.key.startsWith("Arrow") && target.closest("input")) return;
      const asked = keyAct(event, pane?.isPlacing() ?? false);
      if (asked && (act(asked) || pane?.act(asked))) event.preventDefault();
    };
    // Before the text beside the pictures, which has some of these keys too.
    document.addEventListener("keydown", press, { capture: true });
    return () => document.removeEventListener("keydown", press, { capture: true });
  }, [latest, isAlone]);
}

import type { RefObject } from "react";
import { useViewerKeys } from "../drawn/use-viewer-keys.ts";
import type { PaneHandle } from "./pane-handle.ts";
import { type KeyAct, keyAct } from "./viewer-keys.ts";

export interface StudyKeys {
  readonly box: RefObject<HTMLElement | null>;
  readonly pane: PaneHandle | undefined;
  /** What the picture itself did not do. */
  readonly act: (act: KeyAct) => boolean;
}

/** The keys of the viewer of studies. */
export function useStudyKeys({ box, pane, act }: StudyKeys): void {
  useViewerKeys(box, (event) => {
    const asked = keyAct(event, pane?.isPlacing() ?? false);
    return asked !== undefined && (act(asked) || (pane?.act(asked) ?? false));
  });
}

import type { Editor } from "@tiptap/core";
import { createContext, useContext } from "react";
import type { TextSpot } from "./text-hooks.ts";

/** The editor that has the cursor. */
export interface ActiveText {
  readonly editor: Editor;
  readonly spot: TextSpot;
}

/** What an editor tells the section around it. */
export interface SectionFrame {
  readonly enter: (active: ActiveText) => void;
  /** The section's own text is there: whoever waits to put the cursor into it may. */
  readonly register: (spot: TextSpot, editor: Editor) => (() => void) | undefined;
  readonly step: (by: -1 | 1) => void;
  readonly tooLong: (characters: number) => void;
}

export const SectionFrameContext = createContext<SectionFrame | undefined>(undefined);

export function useSectionFrame(): SectionFrame {
  const frame = useContext(SectionFrameContext);
  if (!frame) throw new Error("A rich text stands in a section");
  return frame;
}

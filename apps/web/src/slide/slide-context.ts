import type { RecordOf } from "@consilium/clinical";
import type { SlideAnchor, SlideTool } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { DrawnMark, DrawnMarks } from "../drawn/use-drawn-marks.ts";
import type { RecordChoice } from "../record/choice-bar.tsx";
import type { Reported } from "../record/use-reported.ts";

export type OpenSlide = RecordOf<"slide">;
/** What a drag does: it moves the view, or draws. */
export type HandTool = "pan" | SlideTool;

/** What all parts of an open slide share. */
export interface SlideRoom {
  readonly slide: OpenSlide;
  readonly tool: HandTool;
  readonly chooseTool: (tool: HandTool) => void;
  /** Of this slide. */
  readonly marks: DrawnMarks<SlideAnchor>;
  readonly openMark: (mark: DrawnMark) => void;
  /** The mark that its author is about to give words. */
  readonly describing: string | undefined;
  readonly describe: (id: string | undefined) => void;
  /** A new mark was drawn. */
  readonly addMark: (anchor: SlideAnchor) => void;
  /** Undefined: this seat can do nothing with it. */
  readonly choose: ((choice: RecordChoice) => void) | undefined;
  /** The place of the link that was followed. */
  readonly lit: SlideAnchor | undefined;
  /** The mark that is to be seen: of the thread that was opened last. */
  readonly wanted: SlideAnchor | undefined;
  /** Places of this slide that reports name, and the one that is looked at. */
  readonly reported: Reported;
}

export const SlideContext = createContext<SlideRoom | undefined>(undefined);

export function useSlide(): SlideRoom {
  const room = useContext(SlideContext);
  if (!room) throw new Error("This part of the screen needs an open slide");
  return room;
}

import type { ImageAnchor, ImageTool } from "@consilium/workspace";
import { createContext, useContext } from "react";
import type { DrawnMark } from "../drawn/use-drawn-marks.ts";
import type { RecordChoice } from "../record/choice-bar.tsx";
import type { StudyMarks } from "./use-marks.ts";

/** What a drag does: it moves the view, or draws. */
export type ViewTool = "window" | "scroll" | "pan" | "zoom";
export type Tool = ViewTool | ImageTool;

export const isViewTool = (tool: Tool): tool is ViewTool =>
  tool === "window" || tool === "scroll" || tool === "pan" || tool === "zoom";

/** What all parts of an open study share. */
export interface Study {
  readonly tool: Tool;
  readonly chooseTool: (tool: Tool) => void;
  readonly marks: StudyMarks;
  readonly openMark: (mark: DrawnMark) => void;
  /** The mark that its author is about to give words. */
  readonly describing: string | undefined;
  readonly describe: (id: string | undefined) => void;
  /** A new mark was drawn. */
  readonly addMark: (anchor: ImageAnchor) => void;
  /** Undefined: this seat can do nothing with it. */
  readonly choose: ((choice: RecordChoice) => void) | undefined;
  /** The place of the link that was followed. */
  readonly lit: ImageAnchor | undefined;
}

export const StudyContext = createContext<Study | undefined>(undefined);

export function useStudy(): Study {
  const study = useContext(StudyContext);
  if (!study) throw new Error("This part of the screen needs an open study");
  return study;
}

import type { ClinicalRecord } from "@consilium/clinical";
import type { FigureQuestion, NotDrawnReason } from "@consilium/record-import";
import type { ImageTool, SlideTool, WaveformTool } from "@consilium/workspace";

/** Why a picture on which an opinion relies is not in the report; each has a sentence in the catalogue. */
export type LeftOutReason =
  | NotDrawnReason
  | "none"
  | "not-here"
  | "changed"
  | "elsewhere"
  | "paper"
  | "too-many";

/** What a picture shows, for its caption and for whoever does not see it. */
export interface FigureWords {
  readonly record: ClinicalRecord;
  readonly is: "axial" | "coronal" | "sagittal" | "picture" | "photograph" | "slide" | "tracing";
  readonly series: number | null;
  /** Which of how many. */
  readonly place: {
    readonly is: "slice" | "picture";
    readonly number: number;
    readonly count: number;
  } | null;
  readonly window: { readonly centre: number; readonly width: number } | null;
  /** What was drawn. Null: nothing. */
  readonly tool: ImageTool | SlideTool | WaveformTool | null;
  /** What was measured. */
  readonly says: string | null;
}

/** A picture that can be asked for. */
export interface Figure {
  readonly question: Pick<FigureQuestion, "source" | "crop" | "aspect" | "marks">;
  readonly words: FigureWords;
}

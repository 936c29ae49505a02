import type { FrameToDraw, GreyWindow } from "@consilium/interchange/drawing";
import type { NotDrawnReason } from "./draw-question.ts";

/** Column and row in the source's pixels, the middle of the first being 0, 0. */
export type FigurePlace = readonly [column: number, row: number];

export interface FigureBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture that is printed: a frame of a DICOM file, a picture of any usual kind, the part of a slide that tiles cover, or a sheet of paper. */
export type FigureSource =
  | { readonly is: "frame"; readonly frame: FrameToDraw; readonly window: GreyWindow | null }
  | { readonly is: "picture"; readonly content: Uint8Array }
  | {
      readonly is: "tiles";
      readonly width: number;
      readonly height: number;
      readonly tiles: readonly {
        readonly left: number;
        readonly top: number;
        readonly content: Uint8Array;
      }[];
    }
  /** A white sheet with lines: a recorded curve. */
  | {
      readonly is: "paper";
      readonly width: number;
      readonly height: number;
      readonly strokes: readonly {
        readonly lines: readonly (readonly FigurePlace[])[];
        readonly radius: number;
        readonly colour: readonly [red: number, green: number, blue: number];
      }[];
    };

/** What is drawn on it. Nothing in it is markup. */
export interface FigureMarks {
  /** Closed lines end where they begin. */
  readonly lines: readonly (readonly FigurePlace[])[];
  /** Tips of arrows, with where each comes from. */
  readonly arrows: readonly (readonly [tip: FigurePlace, tail: FigurePlace])[];
  readonly dots: readonly FigurePlace[];
  /** Words beside a place. */
  readonly plates: readonly { readonly at: FigurePlace; readonly words: string }[];
  /** Toward what each side of the picture looks: "A", "LF". Null: nobody knows. */
  readonly sides: {
    readonly left: string;
    readonly top: string;
    readonly right: string;
    readonly bottom: string;
  } | null;
  /** A bar of so many pixels along a row. Null: nobody knows how wide they are. */
  readonly scale: { readonly pixels: number; readonly words: string } | null;
}

export interface FigureQuestion {
  readonly source: FigureSource;
  /** Null: all of it. */
  readonly crop: FigureBox | null;
  /** How high a pixel is for its width: 1 where it is square. */
  readonly aspect: number;
  /** Pixels of the longer side; a small picture is enlarged to it, at most fourfold. */
  readonly longest: number;
  readonly mostBytes: number;
  /** That words are written in: its family with the weight, and the file. The system's fonts would be others elsewhere. */
  readonly font: { readonly name: string; readonly file: string };
  readonly marks: FigureMarks;
}

/** A JPEG. */
export interface DrawnFigure {
  readonly is: "drawn";
  readonly content: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export type FigureAnswer = DrawnFigure | { readonly is: "not-drawn"; readonly reason: NotDrawnReason };

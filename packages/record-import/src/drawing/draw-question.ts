import {
  type DrawRefusal,
  drawRefusals,
  type FrameToDraw,
  type GreyWindow,
} from "@consilium/interchange/drawing";

export const pictureTypes = ["image/jpeg", "image/png"] as const;
export type PictureType = (typeof pictureTypes)[number];

/** How a frame is to be shown. */
export interface PictureForm {
  readonly mediaType: PictureType;
  /** Null: as the file says, or so that all values are seen. */
  readonly window: GreyWindow | null;
  /** Pixels that it fits into. Null: as many as the frame has. */
  readonly viewport: { readonly width: number; readonly height: number } | null;
  /** Of a JPEG, from 1 to 100. */
  readonly quality: number | null;
}

export interface DrawQuestion {
  /** The compressed pieces of a frame stand one behind the other. */
  readonly frame: FrameToDraw;
  readonly form: PictureForm;
}

/** `work`: it took more time or memory than is allowed. */
export const notDrawnReasons = [...drawRefusals, "work"] as const;
export type NotDrawnReason = DrawRefusal | "work";

export type DrawAnswer =
  | { readonly is: "drawn"; readonly content: Uint8Array }
  | { readonly is: "not-drawn"; readonly reason: NotDrawnReason };

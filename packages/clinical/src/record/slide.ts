import { z } from "zod";
import { type StoredFile, storedFileSchema } from "./stored-file.ts";

/** Bounds of what is believed of a slide: pixels of a side, and of a side of its tiles; levels of one that is DICOM. */
export const slideLimits = { side: 500_000, tile: 4096, levels: 32 } as const;

const side = z.number().int().positive().max(slideLimits.side);

/**
 * The picture in tiles, as Deep Zoom parts it: the last level is the whole picture, each one before it half as wide and
 * high, level 0 a single pixel; tiles meet their neighbours by `overlap` pixels on each inner side.
 */
const deepZoomTilesSchema = z
  .object({
    /** The tiles, one behind the other. Its digest is what anchors name. */
    file: storedFileSchema,
    /** Where each tile lies in `file`: see `tileRange`. */
    index: storedFileSchema,
    size: z.number().int().positive().max(slideLimits.tile),
    overlap: z.number().int().nonnegative().max(16),
    /** Of every tile. */
    mediaType: z.enum(["image/jpeg", "image/png"]),
  })
  .readonly();

const uid = z.string().regex(/^[0-9.]{1,64}$/);
const tileSide = z.number().int().positive().max(slideLimits.tile);

/** A whole picture in tiles, row by row from the top left. Those at the right and at the bottom are filled up. */
const slideLevelSchema = z
  .object({
    /** The instance whose frames are the tiles. */
    instanceUid: uid,
    width: side,
    height: side,
    tileWidth: tileSide,
    tileHeight: tileSide,
  })
  .readonly();
export type SlideLevel = z.infer<typeof slideLevelSchema>;

/** Whole slide microscopy of DICOM: each level is an instance of one series, which the case keeps as it came. */
const dicomTilesSchema = z
  .object({
    /** The instance that is the whole picture. Its digest is what anchors name. */
    file: storedFileSchema,
    studyUid: uid,
    seriesUid: uid,
    /** From the smallest to the whole picture. */
    levels: z.array(slideLevelSchema).min(1).max(slideLimits.levels).readonly(),
    mediaType: z.literal("image/jpeg"),
  })
  .readonly();
export type DicomTiles = z.infer<typeof dicomTilesSchema>;

/** A scanned microscope slide, or another picture that is too large to be shown as a whole. */
export const slideContentSchema = z
  .object({
    /** Pixels of the whole picture, "level 0" of those who scan: what marks are counted in. */
    width: side,
    height: side,
    /** How wide a pixel of it is in the tissue. Null: the file does not say, or what it says is no scale of a microscope. */
    micrometres: z.number().positive().max(1000).nullable(),
    /** The objective that it was scanned with: 40. */
    objective: z.number().positive().max(1000).nullable(),
    /** "H&E" */
    stain: z.string().max(100).nullable(),
    /** What is written on the glass, or the block: "B2". */
    label: z.string().max(100).nullable(),
    tiles: z.union([deepZoomTilesSchema, dicomTilesSchema]),
    /** What came, kept beside the tiles that were made of it. Null: the tiles are all there is. */
    original: storedFileSchema.nullable(),
  })
  .readonly();
export type SlideContent = z.infer<typeof slideContentSchema>;

/** The files that a slide has of its own; the instances of a series are files of its study. */
export const filesOfSlide = ({ tiles, original }: SlideContent): readonly StoredFile[] => [
  ...("levels" in tiles ? [] : [tiles.file, tiles.index]),
  ...(original === null ? [] : [original]),
];

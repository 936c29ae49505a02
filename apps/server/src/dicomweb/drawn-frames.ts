import { buffer } from "node:stream/consumers";
import type { CaseKey } from "@consilium/database";
import type { FiledInstance, SeriesIndex } from "@consilium/interchange";
import type { FrameToDraw } from "@consilium/interchange/drawing";
import { askPicture, type DrawAnswer, type NotDrawnReason, type PictureForm } from "@consilium/record-import";
import type { CaseFiles } from "../file/case-files.ts";
import { createMadeCache } from "../made-cache.ts";
import { takeTurns } from "../take-turns.ts";

export interface PlacedFrame {
  readonly one: FiledInstance;
  /** Counted from 1. */
  readonly frame: number;
}

/** `none`: it has no pixels that could be drawn. */
export type FramePicture =
  | Extract<DrawAnswer, { is: "drawn" }>
  | { readonly is: "not-drawn"; readonly reason: NotDrawnReason | "none" }
  | "too-many";

const mebi = 2 ** 20;
/** Bytes that are read for one picture: of a frame, and of what stands in its file before the pixels. */
const most = { frame: 96 * mebi, head: 16 * mebi } as const;
/** Processes at once, each with one frame, and requests that wait for one. */
const turns = { atOnce: 2, waiting: 64 } as const;

const notDrawn = (reason: NotDrawnReason | "none") => ({ is: "not-drawn", reason }) as const;

/** Frames as pictures that browsers show. What was drawn is held for a while: whoever opens a study sees all its series. */
export function createDrawnFrames(caseFiles: Pick<CaseFiles, "read">) {
  const cache = createMadeCache<FramePicture>(sizeOf);
  const inTurn = takeTurns(turns.atOnce, turns.waiting);

  const draw = (key: CaseKey, placed: PlacedFrame, form: PictureForm): Promise<FramePicture> =>
    inTurn(async () => {
      const frame = await readFrame(caseFiles, key, placed);
      return typeof frame === "string" ? notDrawn(frame) : askPicture({ frame, form });
    });

  /** The caller has asked whether this seat may see it. */
  return (key: CaseKey, placed: PlacedFrame, form: PictureForm): Promise<FramePicture> =>
    cache(`${placed.one.fileId} ${placed.frame} ${JSON.stringify(form)}`, () => draw(key, placed, form));
}

/** All that a frame is drawn of: its own bytes, and those of its file before the pixels. Else why there is no picture. */
export async function readFrame(
  caseFiles: Pick<CaseFiles, "read">,
  key: CaseKey,
  { one, frame }: PlacedFrame,
): Promise<FrameToDraw | "none" | "size"> {
  const { instance, fileId, bytes } = one;
  const ranges = instance.pixels?.frames[frame - 1];
  const head = instance.pixels?.frames[0]?.[0]?.[0];
  if (ranges === undefined || head === undefined) return "none";
  const length = ranges.reduce((sum, [, each]) => sum + each, 0);
  if (length > most.frame || head > most.head) return "size";
  const read = (start: number, end: number) =>
    buffer(caseFiles.read(key, { id: fileId, bytes }, { start, end }));
  const pieces: Buffer[] = [];
  for (const [start, each] of ranges) pieces.push(await read(start, start + each));
  const { content, transferSyntax, format, rows, columns } = instance;
  const pictured = { content, transferSyntax, format, rows, columns };
  return { instance: pictured, frame, head: await read(0, head), pixels: Buffer.concat(pieces) };
}

/** Bytes to hold; null where another attempt may end otherwise. */
function sizeOf(picture: FramePicture): number | null {
  if (picture === "too-many") return null;
  if (picture.is === "drawn") return picture.content.length;
  return picture.reason === "work" || picture.reason === "damaged" ? null : 0;
}

/** The frame in the middle of a series, over all its pictures. */
export function middleFrame({ instances }: SeriesIndex): PlacedFrame | undefined {
  const frames = instances.flatMap((one) =>
    Array.from({ length: one.instance.pixels?.frames.length ?? 0 }, (_, at) => ({ one, frame: at + 1 })),
  );
  return frames[Math.floor((frames.length - 1) / 2)];
}

import { drawFrame } from "@consilium/interchange/drawing";
import type { Sharp } from "sharp";
import { isOfPicture, openSharp } from "../picture/open-picture.ts";
import { isJpeg, withoutJpeg } from "./decode-jpeg.ts";
import type { NotDrawnReason } from "./draw-question.ts";
import type { FigureSource } from "./figure-question.ts";
import { paintLines } from "./paint-lines.ts";

/** Of one picture, before anything of it is unpacked. */
const mostPixels = 120_000_000;
/** Of a frame, and of the part of a slide that tiles cover. */
const mostAtOnce = 32 * 1024 * 1024;

export interface OpenSource {
  readonly picture: Sharp;
  readonly width: number;
  readonly height: number;
}

type Opened = OpenSource | NotDrawnReason;

export async function openSource(source: FigureSource): Promise<Opened> {
  try {
    if (source.is === "frame") return await openFrame(source);
    if (source.is === "paper") return await openPaper(source);
    return source.is === "picture" ? await openPhotograph(source.content) : await openTiles(source);
  } catch (error) {
    if (!isOfPicture(error)) throw error;
    return "damaged";
  }
}

async function openFrame({ frame, window }: Extract<FigureSource, { is: "frame" }>): Promise<Opened> {
  const native = isJpeg(frame) ? await withoutJpeg(frame, mostAtOnce) : frame;
  if ("ok" in native) return native.reason;
  const drawing = drawFrame(native, window);
  if (!drawing.ok) return drawing.reason;
  const { width, height, channels, data } = drawing.drawn;
  const sharp = await openSharp();
  return { picture: sharp(data, { raw: { width, height, channels } }), width, height };
}

async function openPhotograph(content: Uint8Array): Promise<Opened> {
  const sharp = await openSharp();
  const given = { limitInputPixels: mostPixels, failOn: "truncated" } as const;
  const { autoOrient } = await sharp(content, given).metadata();
  return { picture: sharp(content, given).autoOrient(), ...autoOrient };
}

async function openTiles({ width, height, tiles }: Extract<FigureSource, { is: "tiles" }>): Promise<Opened> {
  if (width * height > mostAtOnce) return "size";
  const sharp = await openSharp();
  const ground = { create: { width, height, channels: 3, background: "white" } } as const;
  const placed = tiles.map(({ left, top, content }) => ({ input: Buffer.from(content), left, top }));
  const data = await sharp(ground).composite(placed).removeAlpha().raw().toBuffer();
  return { picture: sharp(data, { raw: { width, height, channels: 3 } }), width, height };
}

async function openPaper({
  width,
  height,
  strokes,
}: Extract<FigureSource, { is: "paper" }>): Promise<Opened> {
  if (width * height > mostAtOnce) return "size";
  const data = new Uint8Array(3 * width * height).fill(255);
  for (const { lines, ...pen } of strokes) paintLines({ width, height, data }, lines, { ...pen, opacity: 1 });
  const sharp = await openSharp();
  return { picture: sharp(data, { raw: { width, height, channels: 3 } }), width, height };
}

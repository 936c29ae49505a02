import { openSharp } from "../picture/open-picture.ts";
import type { FigureAnswer, FigureBox, FigurePlace, FigureQuestion } from "./figure-question.ts";
import { markFigure } from "./mark-figure.ts";
import { openSource, type OpenSource } from "./open-source.ts";
import type { Canvas } from "./paint-lines.ts";

/** Fine lines and noise are part of what is looked at: what a JPEG loses is tried from little to much. */
const qualities = [90, 84, 76, 66, 54, 40];
const mostEnlarged = 4;

/** A picture with what was marked on it, small enough to be printed. What a file holds never makes it reject. */
export async function drawFigure(question: FigureQuestion): Promise<FigureAnswer> {
  const source = await openSource(question.source);
  if (typeof source === "string") return { is: "not-drawn", reason: source };
  const crop = question.crop === null ? wholeOf(source) : within(question.crop, source);
  if (crop === undefined) return { is: "not-drawn", reason: "size" };
  const canvas = await canvasOf(source, crop, question);
  const across = canvas.width / crop.width;
  const down = canvas.height / crop.height;
  const toCanvas = ([column, row]: FigurePlace): FigurePlace => [
    (column + 0.5 - crop.left) * across - 0.5,
    (row + 0.5 - crop.top) * down - 0.5,
  ];
  const words = await markFigure(canvas, question, toCanvas, across);
  const sharp = await openSharp();
  const { width, height, data } = canvas;
  for (const quality of qualities) {
    const content = await sharp(data, { raw: { width, height, channels: 3 } })
      .composite(words)
      .removeAlpha()
      .jpeg({ quality, chromaSubsampling: "4:4:4" })
      .toBuffer();
    if (content.length <= question.mostBytes) return { is: "drawn", content, width, height };
  }
  return { is: "not-drawn", reason: "size" };
}

const wholeOf = ({ width, height }: OpenSource): FigureBox => ({ left: 0, top: 0, width, height });

/** Undefined: nothing of it lies in the picture. */
function within(box: FigureBox, { width, height }: OpenSource): FigureBox | undefined {
  const [left, top] = [Math.max(0, Math.floor(box.left)), Math.max(0, Math.floor(box.top))];
  const right = Math.min(width, Math.ceil(box.left + box.width));
  const bottom = Math.min(height, Math.ceil(box.top + box.height));
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined;
}

async function canvasOf(
  { picture }: OpenSource,
  crop: FigureBox,
  { longest, aspect }: FigureQuestion,
): Promise<Canvas> {
  const tall = crop.height * aspect;
  const scale = Math.min(mostEnlarged, longest / Math.max(crop.width, tall));
  const width = Math.max(1, Math.round(crop.width * scale));
  const height = Math.max(1, Math.round(tall * scale));
  const data = await picture
    .extract(crop)
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  return { width, height, data };
}

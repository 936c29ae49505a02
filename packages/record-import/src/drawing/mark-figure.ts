import type { OverlayOptions } from "sharp";
import type { FigureMarks, FigurePlace, FigureQuestion } from "./figure-question.ts";
import { type Canvas, paintLines, paintPlate, type Pen, type Plate } from "./paint-lines.ts";
import { overlay, writeWords } from "./write-words.ts";

/** Seen on grey pictures and on coloured ones: light with a dark edge. */
const halo: Pen = { radius: 2.4, colour: [12, 18, 18], opacity: 0.75 };
const ink: Pen = { radius: 1.1, colour: [255, 214, 64], opacity: 1 };
const inkWords = "#ffd640";
const quietWords = "#f4f7f6";
const fontSize = 15;
const room = { x: 6, y: 3 } as const;

type ToCanvas = (place: FigurePlace) => FigurePlace;

/** Paints what was marked, and gives the words that stand on it. `across`: pixels of the canvas for one of the source. */
export async function markFigure(
  canvas: Canvas,
  { marks: { lines, arrows, dots, plates, sides, scale }, font }: FigureQuestion,
  toCanvas: ToCanvas,
  across: number,
): Promise<OverlayOptions[]> {
  const drawn = [
    ...lines.map((line) => line.map(toCanvas)),
    ...arrows.flatMap(([tip, tail]) => arrowOf(toCanvas(tip), toCanvas(tail))),
  ];
  const ends = dots.map((dot) => [toCanvas(dot)]);
  for (const pen of [halo, ink]) {
    paintLines(canvas, drawn, pen);
    paintLines(canvas, ends, { ...pen, radius: pen.radius + 1.6 });
  }
  const taken: Plate[] = [];
  const written: OverlayOptions[] = [];
  const write = async (words: string, colour: string, place: PlaceWords): Promise<void> => {
    if (words.trim() === "") return;
    const text = await writeWords(words, colour, { font, size: fontSize });
    const plate = freeOf(
      canvas,
      place({ width: text.width + 2 * room.x, height: text.height + 2 * room.y }),
      taken,
    );
    if (!plate) return;
    taken.push(plate);
    paintPlate(canvas, plate);
    written.push(overlay(text, plate.left + room.x, plate.top + room.y));
  };
  for (const { at, words } of plates) {
    const [x, y] = toCanvas(at);
    await write(words, inkWords, (size) => ({ ...size, left: x + 10, top: y + 8 }));
  }
  if (sides) await writeSides(canvas, sides, write);
  if (scale) await writeScale(canvas, { words: scale.words, length: scale.pixels * across }, write);
  return written;
}

interface Size {
  readonly width: number;
  readonly height: number;
}
type PlaceWords = (size: Size) => Plate;
type Write = (words: string, colour: string, place: PlaceWords) => Promise<void>;

const head = { length: 15, angle: 0.42 } as const;

function arrowOf(tip: FigurePlace, tail: FigurePlace): readonly (readonly FigurePlace[])[] {
  const angle = Math.atan2(tail[1] - tip[1], tail[0] - tip[0]);
  const side = (turn: number): FigurePlace => [
    tip[0] + head.length * Math.cos(angle + turn),
    tip[1] + head.length * Math.sin(angle + turn),
  ];
  return [
    [tip, tail],
    [side(head.angle), tip, side(-head.angle)],
  ];
}

/** Moved until it lies in the picture and on no other. Undefined: there is no room. */
function freeOf(canvas: Size, wished: Plate, taken: readonly Plate[]): Plate | undefined {
  const left = Math.round(Math.max(0, Math.min(wished.left, canvas.width - wished.width)));
  const lowest = canvas.height - wished.height;
  if (wished.width > canvas.width || lowest < 0) return undefined;
  const tops = [
    wished.top,
    ...taken.flatMap(({ top, height }) => [top + height + 1, top - wished.height - 1]),
  ];
  return tops
    .map((top) => ({ ...wished, left, top: Math.round(Math.max(0, Math.min(top, lowest))) }))
    .find((plate) => !taken.some((other) => isOver(plate, other)));
}

const isOver = (one: Plate, other: Plate): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

const middle = (whole: number, part: number): number => (whole - part) / 2;

async function writeSides(
  canvas: Canvas,
  { left, top, right, bottom }: NonNullable<FigureMarks["sides"]>,
  write: Write,
): Promise<void> {
  const edge = 4;
  await write(left, quietWords, (size) => ({ ...size, left: edge, top: middle(canvas.height, size.height) }));
  await write(right, quietWords, (size) => ({
    ...size,
    left: canvas.width - size.width - edge,
    top: middle(canvas.height, size.height),
  }));
  await write(top, quietWords, (size) => ({ ...size, left: middle(canvas.width, size.width), top: edge }));
  await write(bottom, quietWords, (size) => ({
    ...size,
    left: middle(canvas.width, size.width),
    top: canvas.height - size.height - edge,
  }));
}

const quietInk: Pen = { radius: 1.1, colour: [244, 247, 246], opacity: 1 };

async function writeScale(
  canvas: Canvas,
  { words, length }: { readonly words: string; readonly length: number },
  write: Write,
): Promise<void> {
  const [left, base] = [14, canvas.height - 14];
  const bar: readonly FigurePlace[] = [
    [left, base - 6],
    [left, base],
    [left + length, base],
    [left + length, base - 6],
  ];
  paintLines(canvas, [bar], halo);
  paintLines(canvas, [bar], quietInk);
  await write(words, quietWords, (size) => ({ ...size, left: left - 2, top: base - 10 - size.height }));
}

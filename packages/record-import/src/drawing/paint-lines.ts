import type { FigurePlace } from "./figure-question.ts";

/** Red, green and blue, row by row from the top left. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Pen {
  /** Half the line's breadth, in pixels. */
  readonly radius: number;
  readonly colour: readonly [red: number, green: number, blue: number];
  /** 1: nothing shows through. */
  readonly opacity: number;
}

/** Lines with soft edges. Where they cross or meet, they are no darker. */
export function paintLines(canvas: Canvas, lines: readonly (readonly FigurePlace[])[], pen: Pen): void {
  const cover = new Float32Array(canvas.width * canvas.height);
  for (const line of lines)
    for (const [at, place] of line.entries())
      coverStretch(cover, canvas, line[at - 1] ?? place, place, pen.radius);
  blend(canvas, cover, pen);
}

function coverStretch(
  cover: Float32Array,
  { width, height }: Canvas,
  from: FigurePlace,
  to: FigurePlace,
  radius: number,
): void {
  const reach = radius + 1;
  const [left, right] = within(from[0], to[0], reach, width);
  const [top, bottom] = within(from[1], to[1], reach, height);
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const part = radius + 0.5 - distanceTo(from, to, column, row);
      if (part <= 0) continue;
      const at = row * width + column;
      cover[at] = Math.max(cover[at] ?? 0, Math.min(1, part));
    }
}

const within = (one: number, other: number, reach: number, size: number): readonly [number, number] => [
  Math.max(0, Math.floor(Math.min(one, other) - reach)),
  Math.min(size - 1, Math.ceil(Math.max(one, other) + reach)),
];

/** To the nearest place of a stretch. */
function distanceTo([ax, ay]: FigurePlace, [bx, by]: FigurePlace, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}

function blend({ data }: Canvas, cover: Float32Array, { colour, opacity }: Pen): void {
  for (const [at, part] of cover.entries()) {
    if (part === 0) continue;
    for (const [channel, shade] of colour.entries()) {
      const under = data[3 * at + channel] ?? 0;
      data[3 * at + channel] = Math.round(under + (shade - under) * part * opacity);
    }
  }
}

export interface Plate {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Darkens what lies below words. */
export function paintPlate({ width, height, data }: Canvas, plate: Plate): void {
  const [top, bottom] = [Math.max(0, plate.top), Math.min(height, plate.top + plate.height)];
  const [left, right] = [Math.max(0, plate.left), Math.min(width, plate.left + plate.width)];
  for (let row = top; row < bottom; row += 1)
    for (let at = 3 * (row * width + left); at < 3 * (row * width + right); at += 1)
      data[at] = Math.round((data[at] ?? 0) * 0.22);
}

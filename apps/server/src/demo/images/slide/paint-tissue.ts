import { makeGrain } from "../grain.ts";
import { type Gland, type Nucleus, radiusAt, type Tissue, type Vein } from "./tissue.ts";

type Colour = readonly [red: number, green: number, blue: number];

/** Haematoxylin and eosin, as a scanner shows them. */
const colours = {
  glass: [243, 240, 243],
  stroma: [230, 184, 208],
  cleft: [244, 234, 241],
  basal: [172, 118, 176],
  apical: [221, 172, 206],
  lumen: [246, 238, 244],
  debris: [214, 160, 190],
  wall: [216, 148, 184],
  blood: [214, 106, 112],
  nucleusLight: [132, 92, 168],
  nucleusDark: [70, 44, 122],
} as const satisfies Readonly<Record<string, Colour>>;

const grainSize = 512;
const mask = grainSize - 1;

/** Rows of a slide, as red, green and blue bytes. Each band is painted on its own, so that no more is in memory. */
export type PaintBand = (top: number, rows: number) => Uint8Array;

export function tissuePainter(tissue: Tissue): PaintBand {
  const coarse = makeGrain(tissue.seed + 1, grainSize, 20).values;
  const fine = makeGrain(tissue.seed + 2, grainSize, 2).values;
  const { width } = tissue;
  return (top, rows) => {
    const band: Band = { pixels: new Uint8Array(width * rows * 3), width, top, rows, coarse, fine };
    paintGround(band, tissue);
    for (const vein of tissue.veins) paintVein(band, vein);
    for (const gland of tissue.glands) paintGland(band, gland);
    for (const nucleus of tissue.nuclei) paintNucleus(band, nucleus);
    return band.pixels;
  };
}

interface Band {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly top: number;
  readonly rows: number;
  /** Squares of smooth noise that join themselves at their edges. */
  readonly coarse: Float32Array;
  readonly fine: Float32Array;
}

const noise = (values: Float32Array, x: number, y: number): number =>
  values[(y & mask) * grainSize + (x & mask)] ?? 0;

/** Fibres that run from left to right in waves, with clefts between them; above the edge, glass. */
function paintGround(band: Band, { edge }: Tissue): void {
  const { width, top, rows, coarse, fine } = band;
  const edges = Float32Array.from({ length: width }, (_, x) => edge(x));
  for (let row = 0; row < rows; row += 1) {
    const y = top + row;
    for (let x = 0; x < width; x += 1) {
      const from = y - (edges[x] ?? 0);
      if (from < 0) {
        paint(band, x, row, colours.glass, 1, 0);
        continue;
      }
      const wave = y + 34 * noise(coarse, x >> 3, y >> 4);
      const fibre = noise(coarse, x >> 2, wave | 0) * 7 + noise(fine, x >> 1, y >> 1) * 2.4;
      paint(band, x, row, colours.stroma, 1, fibre);
      const cleft = noise(coarse, (x >> 3) + 200, (y >> 2) + 90) - 1.55;
      if (cleft > 0) paint(band, x, row, colours.cleft, Math.min(1, cleft * 5), 0);
    }
  }
}

/** Every pixel of the band within `reach` of a place, with its distance and direction. */
function around(
  { width, top, rows }: Band,
  [middleX, middleY]: readonly [number, number],
  [across, down]: readonly [number, number],
  each: (x: number, row: number, dx: number, dy: number) => void,
): void {
  const [firstRow, lastRow] = [
    Math.max(0, Math.floor(middleY - down) - top),
    Math.min(rows - 1, Math.ceil(middleY + down) - top),
  ];
  const [first, last] = [
    Math.max(0, Math.floor(middleX - across)),
    Math.min(width - 1, Math.ceil(middleX + across)),
  ];
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let x = first; x <= last; x += 1) each(x, row, x - middleX, top + row - middleY);
}

function paintGland(band: Band, { outline, thickness, holes }: Gland): void {
  const reach = outline.reach + 2;
  around(band, [outline.x, outline.y], [reach, reach], (x, row, dx, dy) => {
    const far = Math.hypot(dx, dy);
    if (far > reach) return;
    const inside = radiusAt(outline, Math.atan2(dy, dx)) - far;
    if (inside < -1) return;
    const depth = Math.min(1, inside / thickness);
    const grain = noise(band.fine, x, band.top + row) * 3;
    const [basal, apical] = [colours.basal, colours.apical];
    const isSolid = holes.length > 0;
    const share = isSolid ? 0.45 + 0.1 * noise(band.coarse, x, band.top + row) : depth;
    paint(band, x, row, mixed(basal, apical, share), Math.min(1, inside + 1), grain);
    if (!isSolid && inside > thickness) paintLumen(band, x, row, inside - thickness);
  });
  for (const hole of holes) {
    around(band, [hole.x, hole.y], [hole.reach, hole.reach], (x, row, dx, dy) => {
      const inside = radiusAt(hole, Math.atan2(dy, dx)) - Math.hypot(dx, dy);
      if (inside > 0) paintLumen(band, x, row, inside);
    });
  }
}

/** Bright, with what lies loose in it. */
function paintLumen(band: Band, x: number, row: number, inside: number): void {
  paint(band, x, row, colours.lumen, Math.min(1, inside / 3), 0);
  const debris = noise(band.coarse, x + 61, band.top + row + 130) - 0.75;
  if (debris > 0 && inside > 26)
    paint(band, x, row, colours.debris, Math.min(0.9, debris * 3), noise(band.fine, x, row) * 4);
}

function paintVein(band: Band, { x: middleX, y: middleY, across, down, wall, cells }: Vein): void {
  const wider = 1 + wall / Math.min(across, down);
  around(band, [middleX, middleY], [across * wider, down * wider], (x, row, dx, dy) => {
    const part = Math.hypot(dx / across, dy / down);
    // How far beyond the inner edge, about in pixels.
    const beyond = (part - 1) * Math.min(across, down);
    if (beyond > wall) return;
    const ring = Math.sin(beyond / 5 + noise(band.coarse, x >> 1, band.top + row)) * 5;
    if (beyond > 0) paint(band, x, row, colours.wall, Math.min(1, (wall - beyond) / 6), ring);
    else paint(band, x, row, colours.lumen, Math.min(1, -beyond / 3), 0);
  });
  for (const cell of cells) paintEllipse(band, cell, colours.blood, colours.blood);
}

const paintNucleus = (band: Band, nucleus: Nucleus): void =>
  paintEllipse(band, nucleus, colours.nucleusLight, colours.nucleusDark);

function paintEllipse(
  band: Band,
  { x: middleX, y: middleY, long, wide, angle, dark }: Nucleus,
  light: Colour,
  deep: Colour,
): void {
  if (middleY + long < band.top || middleY - long > band.top + band.rows) return;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const colour = mixed(light, deep, dark);
  around(band, [middleX, middleY], [long, long], (x, row, dx, dy) => {
    const part = Math.hypot((dx * cos + dy * sin) / long, (dy * cos - dx * sin) / wide);
    if (part > 1) return;
    const edge = Math.min(1, (1 - part) * wide * 0.5);
    paint(band, x, row, colour, edge * 0.92, noise(band.fine, x << 1, (band.top + row) << 1) * 9);
  });
}

const mixed = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

/** Lays a colour over what is there; `shade` makes it lighter or darker. */
function paint(
  { pixels, width }: Band,
  x: number,
  row: number,
  colour: Colour,
  alpha: number,
  shade: number,
): void {
  const at = (row * width + x) * 3;
  for (let part = 0; part < 3; part += 1) {
    const value = (colour[part] ?? 0) + shade;
    const before = pixels[at + part] ?? 0;
    const next = before + (value - before) * alpha;
    pixels[at + part] = next < 0 ? 0 : next > 255 ? 255 : next;
  }
}

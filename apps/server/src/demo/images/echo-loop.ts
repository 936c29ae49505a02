import { type Grain, makeGrain } from "./grain.ts";
import { ellipsoid, joined, type Solid, tube, within } from "./solid.ts";

export type EchoView = "long-axis" | "four-chamber";

export const loopSize = { columns: 400, rows: 320, frames: 30, frameMs: 33.3 } as const;

/** The probe's place in the picture, the angle to either side and the depth, in pixels. */
const sector = { x: 200, y: 14, halfAngle: 0.7, depth: 298 } as const;

interface Heart {
  readonly muscle: readonly Solid[];
  readonly blood: readonly Solid[];
  /** Bright: valves, calcium, the pericardium. */
  readonly bright: readonly Solid[];
}

const flat = (x: number, y: number, a: number, b: number, degrees: number): Solid =>
  ellipsoid([x, y, 0], [a, b, 1e5], degrees);
const line = (x: number, y: number, toX: number, toY: number, radius: number): Solid =>
  tube([x, y, 0], [toX, toY, 0], radius, radius);

/** 0 at the end of filling, 1 where the chamber is smallest. */
export const squeeze = (phase: number): number =>
  phase < 0.36 ? Math.sin((Math.PI / 2) * (phase / 0.36)) ** 2 : Math.max(0, 1 - (phase - 0.36) / 0.3) ** 2;

/** Apex at the top, the left chambers to the right. The septum is thick. */
function fourChamber(phase: number): Heart {
  const tight = squeeze(phase);
  const open = phase > 0.45 && phase < 0.9;
  const base = 176 - 12 * tight;
  const tip = open ? 20 : 4;
  const left = flat(236, 114, 29 - 9 * tight, 64 - 8 * tight, 4);
  const right = within(flat(154, 126, 24 - 6 * tight, 50 - 6 * tight, -12), { distance: (_, y) => y - base });
  return {
    muscle: [
      joined(flat(232, 108, 58 - 4 * tight, 86, 4), flat(160, 124, 36, 62, -12), 16),
      line(130, base + 2, 268, base + 2, 5),
    ],
    blood: [
      within(left, { distance: (_, y) => y - base }),
      right,
      flat(236, base + 44, 36 + 5 * tight, 36 + 4 * tight, 0),
      flat(154, base + 42, 29 + 4 * tight, 33 + 3 * tight, 0),
    ],
    bright: [
      line(208, base + 2, 222 - (open ? 6 : 0), base - tip, 1.8),
      line(264, base + 2, 248 + (open ? 6 : 0), base - tip, 1.8),
      line(178, base, 166, base - tip * 0.8, 1.4),
      line(130, base, 142, base - tip * 0.8, 1.4),
      line(260, base + 3, 272, base + 6, 3.5),
    ],
  };
}

/** The outflow tract and the calcified aortic valve to the right. */
function longAxis(phase: number): Heart {
  const tight = squeeze(phase);
  const mitral = phase > 0.45 && phase < 0.9;
  const opening = tight > 0.25 ? 6 : 1.5;
  return {
    muscle: [
      joined(flat(140, 148, 86, 56 - 3 * tight, 8), line(196, 112, 262, 102, 16), 20),
      line(196, 176, 226, 186, 5),
    ],
    blood: [
      joined(
        flat(140, 150, 66 - 6 * tight, 31 - 10 * tight, 8),
        line(186, 140, 240, 134, 20 - 2 * tight),
        14,
      ),
      line(250, 132, 330, 118, 25),
      flat(262, 198, 50 + 4 * tight, 32 + 5 * tight, -6),
      within(flat(140, 66, 80, 24 - 3 * tight, 4), { distance: (_, y) => 44 - y }),
    ],
    bright: [
      line(244, 112, 254, 131 - opening, 4.2),
      line(246, 156, 255, 134 + opening, 4.2),
      line(210, 158, mitral ? 180 : 204, mitral ? 166 : 176, 2),
      line(196, 184, mitral ? 178 : 203, 180, 2),
      line(60, 208, 200, 210, 2.6),
      line(192, 188, 204, 192, 4),
    ],
  };
}

const share = (solid: Solid, x: number, y: number, soft: number): number =>
  Math.min(1, Math.max(0, 0.5 - solid.distance(x, y, 0) / soft));

const most = (solids: readonly Solid[], x: number, y: number, soft: number): number =>
  solids.reduce((found, solid) => Math.max(found, share(solid, x, y, soft)), 0);

interface Speckle {
  readonly still: Grain;
  readonly moving: Grain;
}

/** How bright the tissue at a place answers, 0 to 1. */
function answer({ muscle, blood, bright }: Heart, x: number, y: number): number {
  const tissue = 0.17 + 0.33 * most(muscle, x, y, 5);
  const hollow = most(blood, x, y, 4);
  return Math.max(tissue * (1 - 0.93 * hollow), most(bright, x, y, 3));
}

/** Grey levels of one frame, row by row. */
function drawFrame(heart: Heart, { still, moving }: Speckle, frame: number): Uint8Array {
  const { columns, rows } = loopSize;
  const pixels = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1)
    for (let col = 0; col < columns; col += 1) {
      const [dx, dy] = [col - sector.x, row - sector.y];
      const [depth, angle] = [Math.hypot(dx, dy), Math.atan2(dx, dy)];
      if (depth < 8 || depth > sector.depth || Math.abs(angle) > sector.halfAngle) continue;
      // Speckle is short along the beam and, deeper down, wide across it.
      const beam = Math.floor(((angle + sector.halfAngle) * 90) % still.size);
      const place = Math.floor(depth * 0.9) % still.size;
      const grain = still.values[place * still.size + beam] ?? 0;
      const change = moving.values[((place + frame * 37) % moving.size) * moving.size + beam] ?? 0;
      const speckle = Math.abs(grain * 0.8 + change * 0.45);
      const value = answer(heart, col, row) * (0.35 + 0.72 * speckle) * (1.1 - 0.0018 * depth);
      pixels[row * columns + col] = Math.min(255, 12 + 235 * Math.max(0, value) ** 0.85);
    }
  return pixels;
}

/** One beat, frame after frame. */
export function drawLoop(view: EchoView, seed: number): Uint8Array {
  const { columns, rows, frames } = loopSize;
  const speckle = { still: makeGrain(seed, 256, 1), moving: makeGrain(seed + 1, 256, 1) };
  const whole = new Uint8Array(columns * rows * frames);
  for (let frame = 0; frame < frames; frame += 1) {
    const phase = frame / frames;
    const heart = view === "four-chamber" ? fourChamber(phase) : longAxis(phase);
    whole.set(drawFrame(heart, speckle, frame), frame * columns * rows);
  }
  return whole;
}

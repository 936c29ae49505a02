import { createSeededRandom, type Random } from "@consilium/foundation";
import { fraction } from "../solid.ts";

/** A closed line around its middle: how far it stands away, by angle, in pixels. */
export interface Outline {
  readonly x: number;
  readonly y: number;
  readonly radii: Float32Array;
  /** The farthest of it. */
  readonly reach: number;
}

export interface Gland {
  readonly outline: Outline;
  /** Of its epithelium; where it has holes, all of it is epithelium. */
  readonly thickness: number;
  readonly holes: readonly Outline[];
}

export interface Nucleus {
  readonly x: number;
  readonly y: number;
  readonly long: number;
  readonly wide: number;
  readonly angle: number;
  /** 0 to 1: how dark. */
  readonly dark: number;
}

export interface Vein {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
  readonly wall: number;
  readonly cells: readonly Nucleus[];
}

/** Left, top, width, height, in pixels. */
export type Box = readonly [number, number, number, number];

export interface TissueFacts {
  readonly seed: number;
  readonly width: number;
  readonly height: number;
  /** What the content names, and where. */
  readonly region: { readonly shows: "vein" | "cribriform"; readonly box: Box };
}

export interface Tissue extends TissueFacts {
  readonly glands: readonly Gland[];
  readonly veins: readonly Vein[];
  readonly nuclei: readonly Nucleus[];
  /** Where the glass ends and the tissue begins, from the top. */
  readonly edge: (x: number) => number;
}

const angles = 512;
const turn = 2 * Math.PI;
const between = (random: Random, low: number, high: number): number => low + (high - low) * fraction(random);

function outline(random: Random, x: number, y: number, radius: number, rough: number): Outline {
  const waves = [2, 3, 5, 7].map((count) => ({
    count,
    strength: (rough * fraction(random)) / Math.sqrt(count),
    from: turn * fraction(random),
  }));
  const radii = Float32Array.from({ length: angles }, (_, at) => {
    const angle = (turn * at) / angles;
    const sum = waves.reduce(
      (all, wave) => all + wave.strength * Math.sin(wave.count * angle + wave.from),
      0,
    );
    return radius * (1 + sum);
  });
  return { x, y, radii, reach: Math.max(...radii) };
}

export function radiusAt({ radii }: Outline, angle: number): number {
  const at = Math.floor(((angle + turn) / turn) * angles) % angles;
  return radii[at] ?? 0;
}

/** Along the outer side of the epithelium, two uneven rows, each pointing to the middle. */
function nucleiOf(random: Random, { outline: line, thickness }: Gland): Nucleus[] {
  const nuclei: Nucleus[] = [];
  for (const row of [0.24, 0.5]) {
    const count = Math.floor((turn * line.reach) / (row < 0.3 ? 30 : 38));
    for (let at = 0; at < count; at += 1) {
      const angle = (turn * (at + between(random, -0.3, 0.3))) / count;
      const away = radiusAt(line, angle) - thickness * (row + between(random, -0.09, 0.09));
      nuclei.push({
        x: line.x + away * Math.cos(angle),
        y: line.y + away * Math.sin(angle),
        long: between(random, 19, 27),
        wide: between(random, 9, 13),
        angle: angle + between(random, -0.25, 0.25),
        dark: between(random, 0.6, 1),
      });
    }
  }
  return nuclei;
}

/** Between the holes of a cribriform gland, wherever there is room. */
function nucleiBetween(random: Random, { outline: line, holes }: Gland): Nucleus[] {
  return Array.from({ length: Math.floor(line.reach ** 2 / 420) }, (): Nucleus[] => {
    const angle = turn * fraction(random);
    const away = (radiusAt(line, angle) - 32) * Math.sqrt(fraction(random));
    const [x, y] = [line.x + away * Math.cos(angle), line.y + away * Math.sin(angle)];
    const isFree = holes.every((hole) => Math.hypot(x - hole.x, y - hole.y) > hole.reach + 14);
    if (!isFree) return [];
    return [
      {
        x,
        y,
        long: between(random, 15, 22),
        wide: between(random, 10, 14),
        angle: turn * fraction(random),
        dark: between(random, 0.55, 0.95),
      },
    ];
  }).flat();
}

function cribriform(random: Random, [left, top, width, height]: Box): Gland {
  const line = outline(random, left + width / 2, top + height / 2, Math.min(width, height) * 0.42, 0.08);
  const holes: Outline[] = [];
  for (let tries = 0; tries < 400 && holes.length < 15; tries += 1) {
    const radius = between(random, 45, 95);
    const angle = turn * fraction(random);
    const away = (line.reach * 0.78 - radius) * Math.sqrt(fraction(random));
    const [x, y] = [line.x + away * Math.cos(angle), line.y + away * Math.sin(angle)];
    const isFree = holes.every((hole) => Math.hypot(x - hole.x, y - hole.y) > hole.reach + radius + 55);
    if (isFree) holes.push(outline(random, x, y, radius, 0.12));
  }
  return { outline: line, thickness: line.reach, holes };
}

function vein(random: Random, [left, top, width, height]: Box): { vein: Vein; tumour: Gland } {
  const [x, y] = [left + width / 2, top + height / 2];
  const [across, down] = [width * 0.44, height * 0.4];
  const cells = Array.from({ length: 260 }, (): Nucleus => {
    const angle = turn * fraction(random);
    const away = Math.sqrt(fraction(random)) * 0.92;
    return {
      x: x + across * away * Math.cos(angle),
      y: y + down * away * Math.sin(angle),
      long: 13,
      wide: 12,
      angle: 0,
      dark: between(random, 0.3, 0.8),
    };
  });
  const middle = outline(random, x - across * 0.25, y + down * 0.05, down * 0.52, 0.14);
  const hole = outline(random, middle.x, middle.y, middle.reach * 0.36, 0.2);
  return {
    vein: { x, y, across, down, wall: 74, cells },
    tumour: { outline: middle, thickness: middle.reach, holes: [hole] },
  };
}

/** Glands that keep away from one another and from what the content names. */
function strewnGlands(random: Random, { width, height, region }: TissueFacts): Gland[] {
  const [left, top, wide, high] = region.box;
  const kept = { x: left + wide / 2, y: top + high / 2, reach: Math.hypot(wide, high) / 2 };
  const glands: Gland[] = [];
  for (let tries = 0; tries < 3000 && glands.length < 44; tries += 1) {
    const radius = between(random, 190, 470);
    const [x, y] = [between(random, 0, width), between(random, 0, height)];
    const isFree = [kept, ...glands.map(({ outline: line }) => line)].every(
      (other) => Math.hypot(x - other.x, y - other.y) > other.reach + radius * 1.2 + 40,
    );
    if (!isFree || y - radius * 1.3 < edge(x) + 150) continue;
    const line = outline(random, x, y, radius, 0.16);
    glands.push({ outline: line, thickness: between(random, 115, 160), holes: [] });
  }
  return glands;
}

const stroma = (random: Random, { width, height }: TissueFacts): Nucleus[] =>
  Array.from({ length: Math.floor((width * height) / 11_000) }, (): Nucleus[] => {
    const [x, y] = [between(random, 0, width), between(random, 0, height)];
    if (y < edge(x) + 30) return [];
    const isRound = fraction(random) < 0.3;
    return [
      {
        x,
        y,
        long: isRound ? 12 : between(random, 18, 30),
        wide: isRound ? 11 : between(random, 4.5, 7),
        angle: between(random, -0.5, 0.5) + 0.6 * Math.sin(x / 1400),
        dark: between(random, 0.5, 1),
      },
    ];
  }).flat();

const isInVein = ({ x, y }: Pick<Nucleus, "x" | "y">, of: Vein | undefined): boolean =>
  of !== undefined && Math.hypot((x - of.x) / of.across, (y - of.y) / of.down) < 1 + of.wall / of.down;

const edge = (x: number): number => 300 + 170 * Math.sin(x / 1300 + 0.6) + 40 * Math.sin(x / 260);

/** What lies on the slide: the same each time for the same facts. */
export function planTissue(facts: TissueFacts): Tissue {
  const random = createSeededRandom(facts.seed);
  const named = facts.region.shows === "vein" ? vein(random, facts.region.box) : null;
  const special = named ? named.tumour : cribriform(random, facts.region.box);
  const glands = strewnGlands(random, facts);
  const isFree = ({ x, y }: Nucleus) =>
    [special, ...glands].every(
      ({ outline: line }) =>
        Math.hypot(x - line.x, y - line.y) > radiusAt(line, Math.atan2(y - line.y, x - line.x)) + 14,
    ) && !isInVein({ x, y }, named?.vein);
  return {
    ...facts,
    edge,
    glands: [...glands, special],
    veins: named ? [named.vein] : [],
    nuclei: [
      ...stroma(random, facts).filter(isFree),
      ...glands.flatMap((gland) => nucleiOf(random, gland)),
      ...nucleiBetween(random, special),
    ],
  };
}

import { createSeededRandom } from "@consilium/foundation";
import { quantile } from "../measuring/spread.ts";
import { totalsOf } from "../prove-durability/desk.ts";
import type { RedisUnderTrial } from "./redis.ts";
import { type Measured, playWhileWriting, type Scene } from "./scenes.ts";
import { createWorld, type World } from "./world.ts";

/** Milliseconds (issue of several processes): what the proof holds the figures to. */
export const bounds = { caughtUp: 2000, seen: 5000 };

export interface Row {
  readonly bus: "NOTIFY" | "Redis";
  readonly scene: string;
  readonly times: number;
  /** Milliseconds; undefined where nothing of the kind is measured. */
  readonly caughtUp: { readonly p50: number; readonly most: number } | undefined;
  readonly seen: { readonly p50: number; readonly most: number } | undefined;
}

export interface Proof {
  readonly rows: readonly Row[];
  readonly written: number;
  readonly acknowledged: number;
  /** Lost, doubled, come back, or never shown. */
  readonly wrongs: readonly string[];
  /** Right, and later than the bounds. */
  readonly late: readonly string[];
}

export interface ProofOptions {
  /** Of the database. */
  readonly folder: string;
  /** Undefined: they tell each other over the database. */
  readonly redis: RedisUnderTrial | undefined;
  readonly scenes: readonly (readonly [Scene, number])[];
  /** How many words are followed from one process to the other, in each scene and direction. */
  readonly words: number;
  readonly seed: number;
  /** What went wrong or took too long, as soon as it did. */
  readonly tell: (wrong: string) => void;
}

/** Each scene so many times, on two processes that tell each other over one bus. */
export async function proveProcesses(options: ProofOptions): Promise<Proof> {
  const { folder, redis, scenes, words, seed } = options;
  const world = await createWorld(folder, redis, createSeededRandom(seed), words);
  const late: string[] = [];
  try {
    const rows: Row[] = [];
    for (const [scene, times] of scenes) rows.push(await playTimes(world, scene, times, late, options.tell));
    return {
      rows,
      ...totalsOf(world.desks),
      wrongs: world.wrongs,
      late,
    };
  } finally {
    await world.close();
  }
}

async function playTimes(
  world: World,
  scene: Scene,
  times: number,
  late: string[],
  tell: (wrong: string) => void,
): Promise<Row> {
  const measured: Measured[] = [];
  for (let time = 0; time < times; time += 1) {
    const [before, lateBefore] = [world.wrongs.length, late.length];
    const result = await playWhileWriting(world, scene);
    measured.push(result);
    late.push(...lateIn(scene, result));
    if (result.seen.includes(undefined)) world.wrongs.push(`${scene.name}: who is here was never right`);
    for (const one of [...world.wrongs.slice(before), ...late.slice(lateBefore)]) tell(one);
  }
  return {
    bus: world.redis ? "Redis" : "NOTIFY",
    scene: scene.name,
    times,
    caughtUp: spreadOf(measured.flatMap(({ caughtUp }) => caughtUp)),
    seen: spreadOf(measured.flatMap(({ seen }) => seen.map((one) => one ?? Infinity))),
  };
}

const after = (time: number): string => `after ${Math.round(time)} ms`;

function lateIn({ name }: Scene, { caughtUp, seen }: Measured): readonly string[] {
  return [
    ...caughtUp.filter((time) => time > bounds.caughtUp).map((time) => `${name}: caught up ${after(time)}`),
    ...seen.flatMap((time) =>
      time !== undefined && time > bounds.seen ? [`${name}: who is here was right ${after(time)}`] : [],
    ),
  ];
}

const spreadOf = (times: readonly number[]): Row["seen"] =>
  times.length === 0 ? undefined : { p50: quantile(times, 0.5), most: Math.max(...times) };

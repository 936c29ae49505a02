import { createSeededRandom } from "@consilium/foundation";
import { quantile } from "../measuring/spread.ts";
import type { RedisUnderTrial } from "./redis.ts";
import { type Measured, playWhileWriting, type Scene } from "./scenes.ts";
import { createWorld } from "./world.ts";

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

/** Each scene so many times, on two processes that tell each other over this bus. */
export async function proveProcesses(
  folder: string,
  redis: RedisUnderTrial | undefined,
  scenes: readonly (readonly [Scene, number])[],
  seed: number,
  tell: (wrong: string) => void,
): Promise<Proof> {
  const world = await createWorld(folder, redis, createSeededRandom(seed));
  const rows: Row[] = [];
  const late: string[] = [];
  try {
    for (const [scene, times] of scenes) {
      const measured: Measured[] = [];
      for (let time = 0; time < times; time += 1) {
        const before = world.wrongs.length;
        const result = await playWhileWriting(world, scene);
        measured.push(result);
        const tooLate = lateIn(scene, result);
        late.push(...tooLate);
        if (result.seen.includes(undefined)) world.wrongs.push(`${scene.name}: who is here was never right`);
        for (const one of tooLate) tell(one);
        for (const wrong of world.wrongs.slice(before)) tell(wrong);
      }
      rows.push({
        bus: redis ? "Redis" : "NOTIFY",
        scene: scene.name,
        times,
        caughtUp: spreadOf(measured.flatMap(({ caughtUp }) => caughtUp)),
        seen: spreadOf(measured.flatMap(({ seen }) => seen.map((one) => one ?? Infinity))),
      });
    }
    const sum = (count: (desk: (typeof world.desks)[number]) => number) =>
      world.desks.reduce((all, desk) => all + count(desk), 0);
    return {
      rows,
      written: sum(({ ledger }) => ledger.written),
      acknowledged: sum(({ ledger }) => ledger.acknowledged),
      wrongs: world.wrongs,
      late,
    };
  } finally {
    await world.close();
  }
}

function lateIn({ name }: Scene, { caughtUp, seen }: Measured): readonly string[] {
  const after = (time: number) => `after ${Math.round(time)} ms`;
  return [
    ...caughtUp.filter((time) => time > bounds.caughtUp).map((time) => `${name}: caught up ${after(time)}`),
    ...seen.flatMap((time) =>
      time !== undefined && time > bounds.seen ? [`${name}: who is here was right ${after(time)}`] : [],
    ),
  ];
}

const spreadOf = (times: readonly number[]): Row["seen"] =>
  times.length === 0 ? undefined : { p50: quantile(times, 0.5), most: Math.max(...times) };

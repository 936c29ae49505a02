import { createDesk, places } from "./desk.ts";
import { step } from "./happenings.ts";
import { seedOpinion, startProcess } from "./process.ts";
import { judgeEnd, settle } from "./settle.ts";
import { createWorld, type Plan, type Tally } from "./world.ts";

export interface Outcome {
  readonly plan: Plan;
  readonly tally: Tally;
  /** The first few, in the order in which they were seen. Empty: all is as it must be. */
  readonly wrongs: readonly string[];
}

const mostWrongs = 3;

/**
 * One schedule: so many things happen to a case whose people write, whose processes are killed and cut off, whose seats and
 * shares change, and then all comes to rest. The same plan gives the same outcome, for ever.
 */
export async function runSchedule(plan: Plan, steps = 1500): Promise<Outcome> {
  const world = createWorld(plan);
  const { wrongs, tally } = world;
  try {
    for (let count = 0; count < plan.processes; count += 1) world.processes.push(startProcess(world));
    await seedOpinion(world);
    for (const place of places) world.desks.push(createDesk(world, place));
    for (let count = 0; count < steps && wrongs.length === 0; count += 1) await step(world);
    if (wrongs.length === 0) {
      await settle(world);
      judgeEnd(world);
    }
  } catch (cause) {
    wrongs.push(`it threw: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
  }
  tally.traced = world.checker.steps;
  return { plan, tally, wrongs: wrongs.slice(0, mostWrongs) };
}

/** The plan of a seed: every kind of schedule comes up, in turn. */
export const planOf = (seed: number): Plan => ({
  seed,
  processes: seed % 2 === 0 ? 2 : 1,
  mayBeSigned: seed % 4 >= 2,
  hasOldApp: seed % 8 >= 4,
});

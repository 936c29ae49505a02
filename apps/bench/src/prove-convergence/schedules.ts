import { type Outcome, planOf, runSchedule, type Tally } from "@consilium/workspace-server/simulation";

export interface Schedules {
  readonly count: number;
  readonly tally: Tally;
  readonly failed: readonly Outcome[];
}

/** One after the other, from that seed on. `progress`: how many are done, and how many of them failed, now and then. */
export async function runSchedules(
  firstSeed: number,
  count: number,
  progress: (done: number, failed: number) => void,
): Promise<Schedules> {
  const tallies: Tally[] = [];
  const failed: Outcome[] = [];
  for (let done = 0; done < count; done += 1) {
    const outcome = await runSchedule(planOf(firstSeed + done));
    tallies.push(outcome.tally);
    if (outcome.wrongs.length > 0) failed.push(outcome);
    if ((done + 1) % progressEvery === 0) progress(done + 1, failed.length);
  }
  return { count, tally: sumOf(tallies), failed };
}

const progressEvery = 250;

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: keyof Tally) => tallies.reduce((all, tally) => all + tally[of], 0);
  return {
    steps: sum("steps"),
    traced: sum("traced"),
    written: sum("written"),
    committed: sum("committed"),
    deliveries: sum("deliveries"),
    saved: sum("saved"),
    late: sum("late"),
    kills: sum("kills"),
    cuts: sum("cuts"),
    commands: sum("commands"),
  };
}

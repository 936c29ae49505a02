import { type Outcome, planOf, runSchedule, type Tally } from "@consilium/workspace-server/simulation";
import { onEveryCore, piecesOf, type Range } from "../measuring/every-core.ts";

export interface Schedules {
  readonly count: number;
  readonly tally: Tally;
  readonly failed: readonly Outcome[];
}

/** One after the other, from that seed on. */
export async function runSchedules({ first, count }: Range): Promise<Schedules> {
  const outcomes: Outcome[] = [];
  for (let done = 0; done < count; done += 1) outcomes.push(await runSchedule(planOf(first + done)));
  return {
    count,
    tally: sumOf(outcomes.map(({ tally }) => tally)),
    failed: outcomes.filter(({ wrongs }) => wrongs.length > 0),
  };
}

/** As many at a time as there are cores. `progress`: how many are done, and how many of them failed, now and then. */
export async function runSchedulesOnEveryCore(
  firstSeed: number,
  count: number,
  progress: (done: number, failed: number) => void,
): Promise<Schedules> {
  const thread = new URL("schedules-thread.ts", import.meta.url);
  const pieces = piecesOf(firstSeed, count, ofPiece);
  const done = await onEveryCore<Schedules>(thread, pieces, (soFar) => {
    const { count: schedules, failed } = together(soFar);
    if (schedules % progressEvery < ofPiece) progress(schedules, failed.length);
  });
  return together(done);
}

const together = (parts: readonly Schedules[]): Schedules => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  tally: sumOf(parts.map(({ tally }) => tally)),
  failed: parts.flatMap(({ failed }) => failed),
});

const ofPiece = 10;
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

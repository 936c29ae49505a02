import type { Clock } from "@consilium/foundation";
import type { Jobs } from "./open-jobs.ts";

/**
 * Something that is looked after every minute: it reads what is due by now and deals with it. It may run twice at once, in
 * two servers, and again after it was cut off half-way: what is done already it leaves alone.
 */
export interface Sweep {
  readonly name: string;
  readonly run: (now: Date) => Promise<void>;
}

export interface SweepOptions {
  readonly jobs: Jobs;
  readonly sweeps: readonly Sweep[];
  readonly now: Clock;
  readonly failed: (cause: unknown) => void;
  /** Milliseconds from one look to the next. */
  readonly every?: number;
}

const queue = "sweep";
const minute = 60_000;

/** Each sweep once a minute, as a job: of several servers one takes it. Returns how to stop; what runs ends with the jobs. */
export async function keepSweeping({
  jobs,
  sweeps,
  now,
  failed,
  every = minute,
}: SweepOptions): Promise<() => void> {
  const byName = new Map(sweeps.map((sweep) => [sweep.name, sweep]));
  await jobs.work(queue, async (name) => {
    // A newer server's, which this one does not know, waits for that one's next minute.
    await byName.get(name)?.run(now()).catch(failed);
  });
  const look = () => {
    for (const { name } of sweeps) void jobs.begin(queue, name).catch(failed);
  };
  look();
  const looking = setInterval(look, every);
  looking.unref();
  return () => clearInterval(looking);
}

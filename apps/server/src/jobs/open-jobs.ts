import type { OpenDatabase } from "@consilium/database";
import { type JobWithMetadata, PgBoss } from "pg-boss";

/** Work that goes on after a request was answered, and after a server ended: it lies in the database until it is done. */
export interface Jobs {
  /** Once: a job of the same key that still waits is enough. */
  readonly begin: (queue: string, key: string) => Promise<void>;
  /** Later, once: of the same key and the same second one job is enough. The time is the database's, not this process's. */
  readonly at: (queue: string, key: string, when: Date) => Promise<void>;
  /** One at a time. What throws is tried again, later and later, and then left alone: `isLast` says that this is that time. */
  readonly work: (queue: string, handle: (key: string, isLast: boolean) => Promise<void>) => Promise<void>;
  /** Waits for what runs, a short while. */
  readonly close: () => Promise<void>;
}

/** A worker that says nothing for so long has died: its job is somebody else's. */
const heartbeatSeconds = 30;
const queueOptions = {
  policy: "short",
  retryLimit: 3,
  retryDelay: 2,
  retryBackoff: true,
  heartbeatSeconds,
  /** Of a large delivery on a slow machine. */
  expireInSeconds: 6 * 3600,
  deleteAfterSeconds: 24 * 3600,
} as const;

/** pg-boss over our own pool: what it sends is in the database when `begin` is back. */
export async function openJobs(
  { pool }: Pick<OpenDatabase, "pool">,
  failed: (cause: unknown) => void,
): Promise<Jobs> {
  const executeSql = (text: string, values?: unknown[]) => pool.query(text, values);
  const boss = new PgBoss({ db: { executeSql }, schema: "jobs" });
  boss.on("error", failed);
  await boss.start();
  const workers = new Map<string, string>();
  const opened = createOpener(boss);
  return {
    begin: async (queue, key) => {
      await opened(queue);
      await boss.send(queue, { key }, { singletonKey: key });
      const worker = workers.get(queue);
      if (worker !== undefined) boss.notifyWorker(worker);
    },
    at: async (queue, key, when) => {
      await opened(queue);
      // A name of its own: a job that waits for its hour never stands in the way of one that is to begin now.
      const singletonKey = `${key}@${Math.floor(when.getTime() / 1000)}`;
      await boss.send(queue, { key }, { singletonKey, startAfter: when });
    },
    work: async (queue, handle) => {
      await opened(queue);
      const options = { pollingIntervalSeconds: 2, includeMetadata: true } as const;
      const worker = await boss.work(
        queue,
        options,
        async (jobs: readonly JobWithMetadata<{ key: string }>[]) => {
          for (const { data, retryCount, retryLimit } of jobs)
            await handle(data.key, retryCount >= retryLimit);
        },
      );
      workers.set(queue, worker);
    },
    close: () => boss.stop({ graceful: true, close: false, timeout: 5000 }),
  };
}

/** Each queue is made once, when it is first used. */
function createOpener(boss: PgBoss): (queue: string) => Promise<void> {
  const open = new Map<string, Promise<void>>();
  return (queue) => {
    const known = open.get(queue) ?? boss.createQueue(queue, queueOptions);
    open.set(queue, known);
    return known;
  };
}

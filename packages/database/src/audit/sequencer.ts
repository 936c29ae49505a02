import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import { linkAudit } from "./link-audit.ts";

interface SequencerOptions {
  readonly pool: Pick<Pool, "connect" | "query">;
  /** Milliseconds between looks. A row that is deleted before it is linked is not missed by anybody. */
  readonly every?: number;
  /** Called once an outage. */
  readonly failed: (cause: unknown) => void;
}

const afterFailure = 1000;

/** Chains the audit behind the commits: no act waits for it. Any number of processes may run one. */
export function startSequencer({ pool, every = 50, failed }: SequencerOptions): {
  stop: () => Promise<void>;
} {
  const stopped = new AbortController();
  let failing = false;

  async function look(): Promise<void> {
    try {
      if (await waits(pool)) await linkAudit(pool);
      failing = false;
    } catch (cause) {
      if (!failing) failed(cause);
      failing = true;
    }
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      await look();
      const rest = failing ? afterFailure : every;
      await pause(rest, undefined, { signal: stopped.signal }).catch(() => {}); // Stopped: look once more.
    }
    if (!failing) await look();
  }

  const running = run();
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}

/** One cheap question twenty times a second, instead of a transaction. */
async function waits(pool: Pick<Pool, "query">): Promise<boolean> {
  const { rows } = await pool.query<{ waits: boolean }>({
    name: "audit_waits",
    text: `select low > pg_snapshot_xmin(pg_current_snapshot())
      or exists (select from audit where xid >= low and id > floor) as waits from audit_state`,
  });
  return rows[0]?.waits ?? false;
}

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const statusLine = 7;

interface Holder {
  readonly pid: number;
  /** PostgreSQL's own word in its lock: `starting`, `ready`, `stopping`. */
  readonly status: string;
}

/**
 * The PostgreSQL that holds the folder. After a crash its number may be another program's (in a container they come in
 * the same order each time), and PostgreSQL would not start. Without /proc it decides by itself.
 */
export function findHolder(folder: string): Holder | undefined {
  const lock = join(folder, "postmaster.pid");
  try {
    const lines = readFileSync(lock, "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    const [program = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    if (program.endsWith("postgres")) return { pid, status: (lines[statusLine] ?? "").trim() };
    rmSync(lock);
  } catch {
    // No lock, or no such process.
  }
  return undefined;
}

const forAnother = 3000;
const forAnEnding = 60_000;

/** A server that was killed leaves its PostgreSQL shutting down for a moment; on a busy machine for a longer one. */
export async function untilFree(folder: string): Promise<void> {
  const began = Date.now();
  for (let holder = findHolder(folder); holder; holder = findHolder(folder)) {
    const patience = holder.status === "stopping" ? forAnEnding : forAnother;
    if (Date.now() > began + patience)
      throw new Error(`${folder} is in use by process ${holder.pid}: is Consilium running already?`);
    await pause(50);
  }
}

/** The shell beside it was killed alone: nobody would ever end this PostgreSQL. */
export async function endOrphan(folder: string): Promise<void> {
  const holder = findHolder(folder);
  if (!holder) return;
  process.kill(holder.pid, "SIGINT");
  const end = Date.now() + forAnEnding;
  while (findHolder(folder)?.pid === holder.pid && Date.now() < end) await pause(50);
}

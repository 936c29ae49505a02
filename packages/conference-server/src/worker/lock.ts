import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

/**
 * One at a time on a machine: waits until whoever holds it has let go, or is no more. Gives the way to let go. What holds is a lock of
 * SQLite's on an empty file, and so of the system's: it ends with its process. A file with a process's number in it does not, and
 * two that find it left behind would both take it.
 */
export async function holdLock(file: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file, { timeout: 0 });
  for (;;) {
    try {
      lock.exec("begin exclusive");
      return () => lock.close();
    } catch (cause) {
      if (!isBusy(cause)) {
        lock.close();
        throw cause;
      }
    }
    await pause(500);
  }
}

const busy = 5;
const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && "errcode" in cause && cause.errcode === busy;

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A folder for one run, gone with the process, also when a signal ends it. Where it lies decides what a commit costs: `TMPDIR` may
 * name a disk.
 */
export function createDataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "consilium-bench-"));
  const remove = () => rmSync(path, { recursive: true, force: true });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(1));
  process.once("exit", remove);
  return { path, remove };
}

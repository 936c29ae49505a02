import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for one run, gone at its end. Where it lies decides what a commit costs: `TMPDIR` may name a disk. */
export function createDataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "consilium-bench-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

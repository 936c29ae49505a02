import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import {
  flags,
  libraries,
  packagedLibraries,
  patch,
  standInFiles,
  standIns,
  triedVersion,
} from "./recipe.ts";
import type { Tools } from "./tools.ts";

/** Where a worker that was built here lies: outside of any checkout, so that a machine builds it once. */
export function builtWorker(tools: Tools): { readonly folder: string; readonly program: string } {
  const root = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "consilium");
  const key = createHash("sha256")
    .update(JSON.stringify(shapes(tools)))
    .digest("hex")
    .slice(0, 12);
  const folder = join(root, `media-worker-${triedVersion}-${process.platform}-${process.arch}-${key}`);
  return { folder, program: join(folder, "mediasoup-worker") };
}

/** All that shapes the program. */
const shapes = ({ compiler, libraries: versions }: Tools) => [
  triedVersion,
  flags,
  libraries,
  packagedLibraries,
  patch,
  versions,
  compiler,
  standInFiles.map((file) => readFileSync(join(standIns, file), "utf8")),
];

/** A worker that is not started by mediasoup says so and leaves with this; one that lacks a library, or crashes, leaves otherwise. */
const withoutParent = 41;

/** Why a worker cannot run here; undefined: it can. */
export function faultOfWorker(program: string): string | undefined {
  const { status, signal, stderr, error } = spawnSync(program, [], {
    encoding: "utf8",
    env: {},
    timeout: 10_000,
  });
  if (status === withoutParent) return undefined;
  return error?.message ?? `It left with ${signal ?? status}: ${stderr.slice(0, 300)}`;
}

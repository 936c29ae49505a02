import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** A disk that is full at once when somebody wants it to be. */
export interface SmallDisk {
  readonly path: string;
  /** Takes what is free. Gives what gives it back. */
  readonly fill: () => () => void;
  readonly remove: () => void;
}

const megabytes = 256;

/** In memory, at that folder. A text: why this machine has none. */
export function createSmallDisk(path: string): SmallDisk | string {
  mkdirSync(path, { recursive: true });
  const options = ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0711`, "consilium-proof", path];
  const mounted = spawnSync("mount", options, { encoding: "utf8" });
  if (mounted.status !== 0) return mounted.error?.message ?? mounted.stderr.trim();
  const remove = () => void spawnSync("umount", ["--lazy", path]);
  // Before the folder that it lies in goes.
  process.prependOnceListener("exit", remove);
  return {
    path,
    fill: () => fill(join(path, "filler")),
    remove: () => {
      process.off("exit", remove);
      remove();
    },
  };
}

function fill(file: string): () => void {
  const filler = openSync(file, "w");
  for (let size = 1 << 20; size >= 512;) {
    try {
      writeSync(filler, Buffer.alloc(size));
    } catch (error) {
      if (!isFull(error)) throw error;
      size /= 2;
    }
  }
  closeSync(filler);
  return () => rmSync(file);
}

const isFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOSPC";

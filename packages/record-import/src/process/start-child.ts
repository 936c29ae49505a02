import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReadingLimits } from "../limits.ts";

/** Of util-linux. Elsewhere the heap's limit, the watch and the clock stand alone. */
const prlimit = ["/usr/bin/prlimit", "/bin/prlimit"].find((path) => existsSync(path));

/** What V8 reserves and never touches counts as data too: 572 MB of an idle Node 26. */
const reserved = 768 * 2 ** 20;

/** All that the program itself is read from: the workspace with its packages. */
const program = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * A process that can do little but ask: no environment, so no secrets; no writing, no network, no other processes;
 * bounds on its heap, its memory and its processor time. Native code is allowed, which pictures need.
 */
export function startChild(main: URL, { heap, memory, processor }: ReadingLimits): ChildProcess {
  const node = [
    process.execPath,
    `--max-old-space-size=${Math.floor(heap / 2 ** 20)}`,
    "--permission",
    `--allow-fs-read=${program}*`,
    "--allow-addons",
    "--disallow-code-generation-from-strings",
    fileURLToPath(main),
  ];
  const seconds = Math.ceil((2 * processor) / 1000);
  const bounded = prlimit
    ? [prlimit, `--data=${memory + reserved}`, `--cpu=${seconds}:${seconds + 5}`, "--core=0", ...node]
    : node;
  const [command = process.execPath, ...options] = bounded;
  const child = spawn(command, options, {
    // Fewer pools of freed memory that nobody gives back (glibc). Node's permissions do not bind native code: libvips would
    // unpack a large picture into an open file below /tmp, and is told to do so from a size on that nothing here has. A gigabyte
    // that a library of pdf.js asks for before it needs any is no data before it is used (mimalloc).
    env: { MALLOC_ARENA_MAX: "2", VIPS_DISC_THRESHOLD: "1024g", MIMALLOC_ARENA_EAGER_COMMIT: "0" },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  // Whoever reads with it hears of it too; this one is for what goes wrong while nobody does.
  child.on("error", () => undefined);
  return child;
}

export const isGone = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

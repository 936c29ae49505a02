import { existsSync } from "node:fs";
import { builtWorker } from "../worker/cache.ts";
import { findTools } from "../worker/tools.ts";

/** The media server's program, where one is named or was built on this machine before: a test builds none. */
export function workerBuiltBefore(): string | undefined {
  const named = process.env["MEDIASOUP_WORKER_BIN"];
  if (named) return named;
  try {
    const { program } = builtWorker(findTools());
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

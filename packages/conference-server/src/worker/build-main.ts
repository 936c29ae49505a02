import { mkdirSync, renameSync, rmSync } from "node:fs";
import { availableParallelism, constants, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtWorker, faultOfWorker } from "./cache.ts";
import { compileWorker } from "./compile.ts";
import { endWithWhoeverWaits } from "./ending.ts";
import { holdLock } from "./lock.ts";
import { CannotBuild, MissingPackages } from "./recipe.ts";
import { findSources } from "./sources.ts";
import { findTools } from "./tools.ts";

/*
 * A process of its own: `node build-main.ts [FOLDER OF MEDIASOUP]`. Prints a line of JSON for each piece that is done, and at the end
 * `{"program"}` or `{"because"}`. Everything else on the machine goes before it.
 */

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function build(packageFolder: string): Promise<string> {
  const sources = findSources(packageFolder);
  const { folder, program } = builtWorker(findTools());
  const letGo = await holdLock(`${folder}.lock`);
  try {
    if (faultOfWorker(program) === undefined) return program;
    const begun = `${folder}.begun`;
    say({ done: 0, of: sources.length });
    const made = await compileWorker({
      worker: join(packageFolder, "worker"),
      sources,
      folder: begun,
      jobs: availableParallelism(),
      progress: (done, of) => say({ done, of }),
    });
    const fault = faultOfWorker(made);
    if (fault !== undefined)
      throw new CannotBuild("The media server that was built does not start.", { cause: fault });
    mkdirSync(folder, { recursive: true });
    // Last: half of one is never taken for a whole one.
    renameSync(made, program);
    rmSync(begun, { recursive: true });
    return program;
  } finally {
    letGo();
  }
}

setPriority(constants.priority.PRIORITY_LOW);
endWithWhoeverWaits();
const own = join(dirname(fileURLToPath(import.meta.resolve("mediasoup"))), "../..");
try {
  say({ program: await build(process.argv[2] ?? own) });
} catch (cause) {
  if (!(cause instanceof CannotBuild)) throw cause;
  const missing = cause instanceof MissingPackages ? cause.packages : undefined;
  say({ because: cause.message, detail: cause.cause, missing });
  process.exitCode = 1;
}

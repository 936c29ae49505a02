import { lookForWorker } from "./find-worker.ts";
import { CannotBuild, MissingPackages } from "./recipe.ts";

/*
 * `node prepare-main.ts`: builds the media server where there is none yet, for whoever needs it next. Packages that are missing are said,
 * and what needs video is skipped; a build that fails where all of them are there is a fault of ours, and ends this with one.
 */

const ended = new AbortController();
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => ended.abort());
try {
  await lookForWorker(({ because }) => console.log(because), ended.signal);
} catch (cause) {
  if (ended.signal.aborted) process.exit(1);
  if (!(cause instanceof CannotBuild)) throw cause;
  console.log(cause.message, typeof cause.cause === "string" ? cause.cause : "");
  if (!(cause instanceof MissingPackages)) process.exit(1);
}

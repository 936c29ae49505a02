import { openSync, readFileSync, renameSync, statSync } from "node:fs";

const longest = 1024 * 1024;

/** Beside the data folder: PostgreSQL's own words, without statements and without clients' errors, which carry values. */
const logOf = (folder: string): string => `${folder}.log`;

/** Opens it for appending. It grows by a few lines a start, so looking at its size then is enough; one older one is kept. */
export function openLog(folder: string): number {
  const path = logOf(folder);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longest) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

/** Why it ended. That the database system is starting up is told to clients, and no reason. */
export function lastWords(folder: string): string {
  const lines = readFileSync(logOf(folder), "utf8").trim().split("\n");
  const reasons = lines.filter((line) => !line.includes("FATAL:  the database system is"));
  return reasons.findLast((line) => /FATAL|PANIC/.test(line)) ?? reasons.at(-1) ?? "";
}

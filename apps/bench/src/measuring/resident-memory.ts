import { execFileSync } from "node:child_process";

/** Mebibytes of one process that lie in memory; its children, as PostgreSQL, are not in it. */
export function residentMemory(pid: number): number {
  const kibibytes = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
  return kibibytes / 1024;
}

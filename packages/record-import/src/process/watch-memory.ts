import { readFileSync } from "node:fs";

const every = 50;

/** Bytes that a process has in memory; null where the system does not say (only Linux has this file). */
function memoryOf(pid: number): number | null {
  try {
    const [, kibibytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}

/** Calls once where the process has more than `most` bytes in memory. Returns how to stop watching. */
export function watchMemory(pid: number | undefined, most: number, onTooMuch: () => void): () => void {
  if (pid === undefined || process.platform !== "linux") return () => undefined;
  const watch = setInterval(() => {
    if ((memoryOf(pid) ?? 0) <= most) return;
    clearInterval(watch);
    onTooMuch();
  }, every);
  return () => clearInterval(watch);
}

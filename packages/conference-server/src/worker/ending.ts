import { fstatSync } from "node:fs";

/** Ends this process, and the compilers that it began, when it is told to, or when whoever waits for it is no more. */
export function endWithWhoeverWaits(): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    endGroup();
    process.exit(1);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
  const input = fstatSync(0);
  // A terminal, or nothing, is nobody who waits.
  if (!input.isFIFO() && !input.isSocket()) return;
  process.stdin.on("end", end).on("error", end).resume();
  // It is what is compiled that keeps this process going.
  if ("unref" in process.stdin) process.stdin.unref();
}

/** A compiler's driver leaves its children behind when it is ended by itself. */
function endGroup(): void {
  try {
    process.kill(-process.pid, "SIGTERM");
  } catch {
    // Begun in somebody else's group: the compilers that run end with the file that they are at.
  }
}

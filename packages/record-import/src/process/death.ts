import { outOfMemory } from "./protocol.ts";

export type Death = "needs-too-much-memory" | "took-too-long" | "reader-crashed";

/** What a reading process died of, by how it ended. */
export function deathOf(code: number | null, signal: NodeJS.Signals | null): Death {
  if (code === outOfMemory) return "needs-too-much-memory";
  if (signal === "SIGXCPU") return "took-too-long";
  // V8 aborts or traps where it has no memory; the system's own guard of memory kills.
  const ofMemory = signal === "SIGABRT" || signal === "SIGTRAP" || signal === "SIGKILL" || code === 134;
  return ofMemory ? "needs-too-much-memory" : "reader-crashed";
}

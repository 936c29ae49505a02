import { readdirSync, readFileSync } from "node:fs";

// By Linux's /proc.

/** Its direct children. */
export function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => Number(fieldsOf(pid)?.[parentField]) === parent);
}

/** Milliseconds of a processor that a process has used, in the kernel too, its threads included and its children not. In steps of ten. */
export function processorTime(pid: number): number {
  const fields = fieldsOf(pid) ?? [];
  return (Number(fields[userField] ?? 0) + Number(fields[kernelField] ?? 0)) * tick;
}

const parentField = 1;
const userField = 11;
const kernelField = 12;
/** Milliseconds: Linux tells it in hundredths of a second, whatever its own clock is. */
const tick = 10;

/** What follows the name of the program. Undefined: there is no such process. */
function fieldsOf(pid: number): string[] | undefined {
  try {
    // The name, in brackets, may hold spaces.
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ");
  } catch {
    return undefined;
  }
}

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
export const processorTime = (pid: number): number => sumOf(pid, ownFields);

/** Of a process and its children, those that have ended too. */
export const processorTimeWithChildren = (pid: number): number =>
  childrenOf(pid).reduce(
    (sum, child) => sum + processorTime(child),
    sumOf(pid, [...ownFields, ...endedFields]),
  );

function sumOf(pid: number, wanted: readonly number[]): number {
  const fields = fieldsOf(pid) ?? [];
  return wanted.reduce((sum, field) => sum + Number(fields[field] ?? 0) * tick, 0);
}

const parentField = 1;
/** Its own time and the kernel's for it; and the same of the children that have ended. */
const ownFields = [11, 12];
const endedFields = [13, 14];
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

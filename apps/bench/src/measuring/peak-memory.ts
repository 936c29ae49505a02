import { readFileSync, writeFileSync } from "node:fs";
import { childrenOf } from "./processes.ts";

// By Linux's /proc.

/** Milliseconds. */
const rhythm = 100;

/** The most memory of a server's own process and of the process that reads for it, in MiB, since it was asked for. */
export interface Peaks {
  readonly server: number;
  readonly reader: number;
}

/** Returns how to end it. One that dies is counted up to a tenth of a second before. */
export function watchPeaks(server: number): () => Peaks {
  let reader = 0;
  let own = 0;
  for (const pid of [server, ...readersOf(server)]) forgetPeak(pid);
  const look = () => {
    own = Math.max(own, peakOf(server));
    for (const pid of readersOf(server)) reader = Math.max(reader, peakOf(pid));
  };
  const watching = setInterval(look, rhythm).unref();
  return () => {
    clearInterval(watching);
    look();
    return { server: own, reader };
  };
}

const readersOf = (server: number): readonly number[] =>
  childrenOf(server).filter((pid) => fileOf(pid, "cmdline").includes("record-import"));

function peakOf(pid: number): number {
  const [, kibibytes = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(fileOf(pid, "status")) ?? [];
  return Number(kibibytes) / 1024;
}

/** What it has now is its most again. Where the system does not let us, its most stays that since its start. */
function forgetPeak(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, "5");
  } catch {
    // It ended, or it is somebody else's.
  }
}

/** "" where there is no such process any more. */
function fileOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

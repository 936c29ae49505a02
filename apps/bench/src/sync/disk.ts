import { closeSync, fdatasync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { quantile } from "../measuring/spread.ts";

const sync = promisify(fdatasync);

/** As much as PostgreSQL's log writes at least for a commit: one of its pages. */
const page = Buffer.alloc(8192, 1);
/** Pages of a file of the log, which is there before it is written. */
const pages = 64;
const between = 20;

/**
 * What the disk alone takes until 8 kB are written and safe, in the folder where the database lies: p50 in milliseconds of so many
 * writes, one every 20 ms. Nothing durable is faster than that.
 */
export async function measureDisk(folder: string, writes: number): Promise<number> {
  const path = join(folder, "disk");
  const file = openSync(path, "w");
  for (let at = 0; at < pages; at += 1) writeSync(file, page, 0, page.length, at * page.length);
  await sync(file);
  const times: number[] = [];
  for (let write = 0; write < writes; write += 1) {
    const begun = performance.now();
    writeSync(file, page, 0, page.length, (write % pages) * page.length);
    await sync(file);
    times.push(performance.now() - begun);
    await pause(between);
  }
  closeSync(file);
  rmSync(path);
  return quantile(times, 0.5);
}

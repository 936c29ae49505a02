import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { CannotBuild } from "./recipe.ts";

interface Line {
  readonly done?: number;
  readonly of?: number;
  readonly program?: string;
  readonly because?: string;
}

/**
 * The media server's program: the one that the setting names, the one that mediasoup's own script loaded, or one that is built now, in
 * a process of its own that everything else goes before. Throws `CannotBuild` with why there is none.
 */
export async function findWorker(building: (sentence: string) => void): Promise<string> {
  const named = process.env["MEDIASOUP_WORKER_BIN"];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new CannotBuild(`MEDIASOUP_WORKER_BIN names ${named}, which is not there.`);
  }
  const loaded = join(
    dirname(fileURLToPath(import.meta.resolve("mediasoup"))),
    "../../worker/out/Release/mediasoup-worker",
  );
  return existsSync(loaded) ? loaded : build(building);
}

async function build(building: (sentence: string) => void): Promise<string> {
  building("The media server is being built. It takes some minutes, once a machine.");
  const script = fileURLToPath(new URL("build-main.ts", import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let last: Line = {};
  for await (const text of createInterface({ input: child.stdout })) {
    const line: Line = JSON.parse(text);
    last = line;
    if (line.done !== undefined && line.of !== undefined)
      building(`The media server is being built: ${line.done} of ${line.of} parts.`);
  }
  await ended;
  if (last.program !== undefined) return last.program;
  throw new CannotBuild(last.because ?? "The media server could not be built.");
}

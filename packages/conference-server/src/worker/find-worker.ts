import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { MediaHealth } from "../media.ts";
import { CannotBuild, MissingPackages } from "./recipe.ts";

/** Where the way to a worker stands, in a sentence for everybody. */
export type Say = (health: Exclude<MediaHealth, { readonly is: "ready" }>) => void;

/** Milliseconds after which it is looked again for packages that were missing. */
const untilNextLook = 30_000;

/**
 * As `lookForWorker`, and while packages are missing that it is built with, it is looked for them again: whoever installs them need
 * not start the server anew.
 */
export async function findWorker(
  say: Say,
  ended: AbortSignal,
  pauseBetween = untilNextLook,
): Promise<string> {
  for (;;) {
    try {
      return await lookForWorker(say, ended);
    } catch (cause) {
      if (!(cause instanceof MissingPackages)) throw cause;
      say({ is: "unavailable", because: cause.message });
      await pause(pauseBetween, undefined, { signal: ended });
    }
  }
}

/**
 * The media server's program: the one that the setting names, the one that mediasoup's own script loaded, or one that is built now, in
 * a process of its own that everything else goes before. Throws `CannotBuild` with why there is none.
 */
export async function lookForWorker(say: Say, ended: AbortSignal): Promise<string> {
  const named = process.env["MEDIASOUP_WORKER_BIN"];
  if (named) {
    if (existsSync(named)) return named;
    throw new CannotBuild("What MEDIASOUP_WORKER_BIN names is not there.", { cause: named });
  }
  const loaded = join(
    dirname(fileURLToPath(import.meta.resolve("mediasoup"))),
    "../../worker/out/Release/mediasoup-worker",
  );
  return existsSync(loaded) ? loaded : build(say, ended);
}

/** What the building process says, one a line. */
interface Line {
  readonly done?: number;
  readonly of?: number;
  readonly program?: string;
  readonly because?: string;
  readonly detail?: string;
  readonly missing?: readonly string[];
}

async function build(say: Say, ended: AbortSignal): Promise<string> {
  ended.throwIfAborted();
  const script = fileURLToPath(new URL("build-main.ts", import.meta.url));
  // In a group of its own, so that all of it can be ended: a compiler's driver leaves its children behind.
  const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "inherit"], detached: true });
  const end = (signal: NodeJS.Signals): void => endGroup(child.pid, signal);
  const stop = (): void => end("SIGTERM");
  ended.addEventListener("abort", stop, { once: true });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const last = await readLines(createInterface({ input: child.stdout }), say);
  await closed;
  ended.removeEventListener("abort", stop);
  if (last.program !== undefined) return last.program;
  end("SIGKILL");
  ended.throwIfAborted();
  if (last.missing !== undefined) throw new MissingPackages(last.missing);
  throw new CannotBuild(last.because ?? "The building of the media server has broken off.", {
    cause: last.detail,
  });
}

/** A group that is no more is what was wanted. */
function endGroup(group: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (group !== undefined) process.kill(-group, signal);
  } catch {}
}

/** Says each tenth, and gives the last line. */
async function readLines(lines: AsyncIterable<string>, say: Say): Promise<Line> {
  let last: Line = {};
  let tenths = -1;
  for await (const text of lines) {
    const line: Line = JSON.parse(text);
    last = line;
    if (line.done === undefined || line.of === undefined) continue;
    const now = Math.floor((line.done * 10) / line.of);
    if (now > tenths) say({ is: "building", because: sentenceOf(now * 10) });
    tenths = now;
  }
  return last;
}

const sentenceOf = (percent: number): string =>
  percent === 0
    ? "The media server is being built. It takes some minutes, once a machine."
    : `The media server is being built: ${percent}%.`;

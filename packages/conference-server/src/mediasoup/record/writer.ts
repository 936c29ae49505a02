import { spawn } from "node:child_process";
import { once } from "node:events";

/** ffmpeg as it writes one file, from its description of what to listen for to its last byte. */
export interface Writer {
  /** Throws where it ended with an error. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly ended: Promise<unknown>;
  /** Ends the file as a whole. Resolves when the last byte is on its way. */
  readonly stop: () => Promise<void>;
}

/** Streams are put into the file as they come; nothing is decoded. Whoever is muted and unseen sends nothing, and is waited for. */
const options =
  "-loglevel error -protocol_whitelist pipe,udp,rtp -analyzeduration 3M -probesize 1M -fflags +genpts -listen_timeout 0 -f sdp -i pipe:0 -map 0 -c copy -f webm pipe:1".split(
    " ",
  );

/** Milliseconds that it has for its last bytes. */
const patience = 5000;
const longestWords = 2000;

export function startWriter(description: string): Writer {
  const child = spawn("ffmpeg", options, { stdio: ["pipe", "pipe", "pipe"] });
  let words = "";
  child.stderr.on("data", (said: Buffer) => {
    words = (words + said.toString("utf8")).slice(-longestWords);
  });
  let failed: Error | undefined;
  child.once("error", (cause) => (failed = cause));
  const ended = once(child, "close").catch(() => undefined);
  child.stdin.on("error", () => undefined);
  child.stdin.end(description);
  let isStopped = false;
  async function* bytes() {
    yield* child.stdout;
    await ended;
    if (failed) throw new Error("ffmpeg does not run", { cause: failed });
    // It ends with 255 when it is asked to.
    if (!isStopped && child.exitCode !== 0) throw new Error(`ffmpeg ended with ${child.exitCode}: ${words}`);
  }
  const stop = async (): Promise<void> => {
    isStopped = true;
    child.kill("SIGINT");
    const timer = setTimeout(() => child.kill("SIGKILL"), patience);
    await ended;
    clearTimeout(timer);
  };
  return { bytes: bytes(), ended, stop };
}

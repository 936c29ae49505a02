import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * For a server whose loop is watched: to the line `loop` it says the longest that its loop was late since the last time, the
 * hundredth part of the times, both in milliseconds, and its resident memory in MiB.
 */
export function answerLoop(): void {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  process.stdin.setEncoding("utf8").on("data", (said: string) => {
    if (!said.startsWith("loop")) return;
    const { max } = delay;
    const late = delay.percentile(99);
    delay.reset();
    console.log(`late ${max / 1e6} ${late / 1e6} ${process.memoryUsage().rss / 2 ** 20}`);
  });
  process.stdin.unref();
}

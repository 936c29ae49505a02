import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** For a server that is weighed: to the line `weigh` it says how many bytes its objects and buffers take once what is not needed is collected. */
export function answerWeight(): void {
  setFlagsFromString("--expose-gc");
  const collect: NodeJS.GCFunction = runInNewContext("gc");
  process.stdin.setEncoding("utf8").on("data", (said: string) => {
    if (!said.startsWith("weigh")) return;
    collect();
    const { heapUsed, external } = process.memoryUsage();
    console.log(`weighs ${heapUsed + external}`);
  });
  process.stdin.unref();
}

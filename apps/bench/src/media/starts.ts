import { setTimeout as pause } from "node:timers/promises";
import { createDataFolder } from "../measuring/data-folder.ts";
import { startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";

/** Milliseconds: as long as the app takes to start again where nobody thought of video. */
const limit = 6000;

/** How the app may find no video, and how it finds it. */
const ways = [
  ["video is turned off", { CONSILIUM_MEDIA: "off" }],
  ["there is no media server and none can be made", { MEDIASOUP_WORKER_BIN: "/nowhere" }],
  ["there is a media server", {}],
] as const;

/** From the start of the server, on data that is there already, to where it answers. */
export async function measureStarts(starts: number): Promise<readonly Figure[]> {
  const folder = createDataFolder();
  const first = await startDemoServer(folder.path);
  await first.stop();
  const times = ways.map((): number[] => []);
  // In turns: what else the machine does falls upon all of them.
  for (let time = 0; time < starts; time += 1)
    for (const [at, [, settings]] of ways.entries()) {
      const began = performance.now();
      const server = await startDemoServer(folder.path, first, settings);
      const ready = await fetch(`${server.origin}/api/health`);
      if (!ready.ok) throw new Error(`The server answers ${ready.status}.`);
      times[at]?.push(performance.now() - began);
      await server.stop();
      await pause(500);
    }
  folder.remove();
  return ways.map(([words], at) => ({
    name: `start-${at}`,
    words: `from start to answering where ${words}, ${starts} times`,
    unit: "ms",
    ours: spreadOf(times[at] ?? []),
    target: { atMost: limit },
  }));
}

import { createSeededRandom } from "@consilium/foundation";
import type { Figure } from "../measuring/figures.ts";
import { compare, type Results } from "./alternate.ts";
import type { ContenderName } from "./contenders.ts";
import { startKillables } from "./killable.ts";
import { killOnce, type Loss } from "./kills.ts";
import { typeFrames } from "./typed-frames.ts";

/** Keys before a kill, at least and more. */
const atFirst = 10;
const upTo = 40;

/** Edits that somebody had before a kill -9, and that are not there after the restart. */
export async function compareKills(dataFolder: string, kills: number): Promise<readonly Figure[]> {
  const servers = await startKillables(dataFolder);
  const random = createSeededRandom(1);
  const sums: Record<ContenderName, Loss[]> = { here: [], "y-websocket-server": [], hocuspocus: [] };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const frames = typeFrames(atFirst + random.below(upTo));
      // At the same time: nothing here is a matter of time.
      await Promise.all(
        servers.map(async (server) => void sums[server.name].push(await killOnce(server, frames))),
      );
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
  return figuresOf(kills, {
    here: [sumOf(sums.here)],
    "y-websocket-server": [sumOf(sums["y-websocket-server"])],
    hocuspocus: [sumOf(sums.hocuspocus)],
  });
}

const sumOf = (losses: readonly Loss[]): Loss => ({
  acknowledged: losses.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
  lost: losses.reduce((sum, { lost }) => sum + lost, 0),
});

const figuresOf = (kills: number, sums: Results<Loss>): readonly Figure[] => [
  compare(sums, {
    name: "edits-acknowledged",
    words: `edits acknowledged before ${kills} kills`,
    unit: "",
    of: ({ acknowledged }) => acknowledged,
  }),
  compare(sums, {
    name: "edits-lost",
    words: `of those lost after ${kills} kills`,
    unit: "",
    target: { atMost: 0 },
    of: ({ lost }) => lost,
  }),
];

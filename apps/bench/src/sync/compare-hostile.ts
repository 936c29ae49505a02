import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../measuring/figures.ts";
import { alternate, compare, type Results } from "./alternate.ts";
import { type Contender, type ContenderName, startContenders, stopContenders } from "./contenders.ts";
import { hostileFrames } from "./hostile-frames.ts";
import { isAdmitted } from "./hostile.ts";

/**
 * How many of the hostile frames changed an honest reader's document, and which. By servers of its own, whose complaints of
 * such frames nobody needs to read.
 */
export async function compareHostile(dataFolder: string): Promise<{
  readonly figures: readonly Figure[];
  readonly admitted: Readonly<Record<ContenderName, readonly string[]>>;
}> {
  mkdirSync(dataFolder, { recursive: true });
  const contenders = await startContenders(dataFolder, openSync(join(dataFolder, "complaints.log"), "a"));
  try {
    const results = await alternate(contenders, 1, namesAdmitted);
    const admitted = {
      here: results.here.flat(),
      "y-websocket-server": results["y-websocket-server"].flat(),
      hocuspocus: results.hocuspocus.flat(),
    };
    return { figures: [figureOf(results)], admitted };
  } finally {
    await stopContenders(contenders);
  }
}

const figureOf = (results: Results<readonly string[]>): Figure =>
  compare(results, {
    name: "hostile-admitted",
    words: `hostile frames admitted, of ${hostileFrames.length}`,
    unit: "",
    target: { atMost: 0 },
    of: (names) => names.length,
  });

async function namesAdmitted(contender: Contender): Promise<readonly string[]> {
  const names: string[] = [];
  for (const frame of hostileFrames) if (await isAdmitted(contender, frame)) names.push(frame.name);
  return names;
}

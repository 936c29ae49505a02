import type { Figure } from "../measuring/figures.ts";
import { alternate, compare, type Results } from "./alternate.ts";
import type { Contender, ContenderName } from "./contenders.ts";
import { hostileFrames } from "./hostile-frames.ts";
import { isAdmitted } from "./hostile.ts";

/** How many of the hostile frames changed an honest reader's document, and which. The servers may complain of them. */
export async function compareHostile(contenders: readonly Contender[]): Promise<{
  readonly figures: readonly Figure[];
  readonly admitted: Readonly<Record<ContenderName, readonly string[]>>;
}> {
  const results = await alternate(contenders, 1, namesAdmitted);
  const admitted = {
    here: results.here.flat(),
    "y-websocket-server": results["y-websocket-server"].flat(),
    hocuspocus: results.hocuspocus.flat(),
  };
  return { figures: [figureOf(results)], admitted };
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

import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { measureColdOpening } from "./cold-open.ts";

/** What the server does when it starts with a document of long history. The peers start with none. */
export async function measureColdOpenings(
  dataFolder: string,
  work: { readonly rounds: number; readonly operations: number },
): Promise<readonly Figure[]> {
  const { fromLog, fromSnapshot } = await measureColdOpening(dataFolder, work);
  const figure = (name: string, from: string, times: readonly number[]): Figure => ({
    name,
    words: `opening ${work.operations.toLocaleString("en")} operations cold, from ${from}`,
    unit: "ms",
    ours: spreadOf(times),
  });
  return [figure("cold-log", "the log", fromLog), figure("cold-snapshot", "a snapshot", fromSnapshot)];
}

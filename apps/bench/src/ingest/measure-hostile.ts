import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readingLimits } from "@consilium/record-import";
import type { DemoServer } from "../measuring/demo-server.ts";
import { watchPeaks } from "../measuring/peak-memory.ts";
import { roundsOf } from "./figure.ts";
import { beginDelivery, openDoor, sendAll, timed, untilRead } from "./hand-over.ts";
import { hostileFiles } from "./hostile-files.ts";
import type { Measured } from "./parts.ts";

/** Files that mean no good, one after the other: each has its end, within its time and its memory, and becomes nothing. */
export async function measureHostile(
  server: DemoServer,
  folder: string,
  { rounds }: { readonly rounds: number },
): Promise<Measured> {
  const door = await openDoor(server);
  const figure = roundsOf();
  const wrong: string[] = [];
  const said: Record<string, string> = {};
  for (const { name, words, path, content } of hostileFiles) {
    const bytes = content();
    const file = join(folder, path);
    await writeFile(file, bytes);
    for (let round = 0; round < rounds; round += 1) {
      const peaks = watchPeaks(server.pid);
      const delivery = await beginDelivery(door);
      await sendAll(door, delivery, [{ file, path, bytes: bytes.length }]);
      const { took, value } = await timed(() => untilRead(door, delivery, 1));
      const { reader } = peaks();
      if (value.records.length > 0) wrong.push(`hostile: ${path} became a record`);
      said[path] = value.outcomes[0]?.reason ?? value.outcomes[0]?.is ?? "nothing";
      figure(name, words, "ms", took, { atMost: 30_000 });
      figure("hostile-reader", "most memory of the process that reads them", "MiB", reader, {
        atMost: readingLimits.memory / 2 ** 20,
      });
    }
  }
  return { figures: figure.all(), facts: { hostile: said }, wrong };
}

import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { readingLimits } from "@consilium/record-import";
import { writeLargePicture } from "@consilium/record-import/testing";
import { z } from "zod";
import type { DemoServer } from "../measuring/demo-server.ts";
import { watchPeaks } from "../measuring/peak-memory.ts";
import { roundsOf } from "./figure.ts";
import { beginDelivery, openDoor, sendAll, timed, untilRead } from "./hand-over.ts";
import type { Measured } from "./parts.ts";

export interface SlideWork {
  readonly rounds: number;
  readonly width: number;
  readonly height: number;
}

const SlideRecord = z.object({ kind: z.literal("slide"), content: z.object({ width: z.number() }) });

/** One picture that is too large to be shown whole, until it lies there in tiles. */
export async function measureSlide(
  server: DemoServer,
  folder: string,
  { rounds, width, height }: SlideWork,
): Promise<Measured> {
  const door = await openDoor(server);
  const figure = roundsOf();
  const wrong: string[] = [];
  let megabytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const file = join(folder, `slide-${round}.jpg`);
    await writeLargePicture(file, { seed: round + 1, width, height });
    const bytes = (await stat(file)).size;
    megabytes = Math.round(bytes / 1e6);
    const peaks = watchPeaks(server.pid);
    const delivery = await beginDelivery(door);
    const sent = await timed(() => sendAll(door, delivery, [{ file, path: "slide.jpg", bytes }]));
    const read = await timed(() => untilRead(door, delivery, 1));
    const { server: ours, reader } = peaks();
    const [record = ""] = read.value.records;
    const found = record
      ? await server.read(`/cases/${door.caseId}/records/${record}`, door.cookie)
      : read.value.outcomes[0]?.reason;
    const slide = SlideRecord.safeParse(found);
    if (slide.data?.content.width !== width) wrong.push(`slide: it became ${String(found)}`);
    const words = `a picture of ${width.toLocaleString("en")} x ${height.toLocaleString("en")} pixels`;
    figure("slide-upload", `${words} arrives`, "ms", sent.took);
    figure("slide-ready", "it is a slide, from the last byte on", "ms", read.took, { atMost: 30_000 });
    figure("slide-server", "most memory of the server meanwhile", "MiB", ours, { atMost: 400 });
    figure("slide-reader", "most memory of the process that reads it", "MiB", reader, {
      atMost: readingLimits.memory / 2 ** 20,
    });
    await rm(file);
  }
  return { figures: figure.all(), facts: { slide: { width, height, megabytes } }, wrong };
}

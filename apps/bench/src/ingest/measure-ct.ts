import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readDicom } from "@consilium/interchange";
import { sealFile } from "@consilium/record-files";
import type { DemoServer } from "../measuring/demo-server.ts";
import { watchPeaks } from "../measuring/peak-memory.ts";
import { type CtSize, writeStudy } from "./ct-study.ts";
import { roundsOf } from "./figure.ts";
import { beginDelivery, openDoor, sendAll, speedOf, timed, untilRead } from "./hand-over.ts";
import type { Measured } from "./parts.ts";
import type { FileToSend } from "./tus-client.ts";

export interface CtWork extends CtSize {
  readonly rounds: number;
}

/** A CT, from the disk of whoever sends it to a study: its way in, its reading, and what both keep in memory. */
export async function measureCt(server: DemoServer, folder: string, work: CtWork): Promise<Measured> {
  const door = await openDoor(server);
  const figure = roundsOf();
  const wrong: string[] = [];
  let megabytes = 0;
  for (let round = 0; round < work.rounds; round += 1) {
    const place = join(folder, `ct-${round}`);
    const files = await writeStudy(place, 1000 + round, work);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    megabytes = Math.round(bytes / 1e6);
    const peaks = watchPeaks(server.pid);
    const delivery = await beginDelivery(door);
    const sent = await timed(() => sendAll(door, delivery, files));
    const read = await timed(() => untilRead(door, delivery, files.length));
    const { server: ours, reader } = peaks();
    const { kept, records } = read.value;
    if (kept !== files.length || records.length !== 1)
      wrong.push(`ct: ${kept} of ${files.length} slices were kept, as ${records.length} records`);
    figure("ct-upload", "a CT arrives", "MB/s", speedOf(bytes, sent.took), { atLeast: 50 });
    figure("ct-import", "the CT becomes a study", "MB/s", speedOf(bytes, read.took), { atLeast: 50 });
    figure("ct-alone", "parse, hash and seal it, and nothing else", "MB/s", await speedAlone(files, bytes));
    figure("ct-server", "most memory of the server meanwhile", "MiB", ours, { atMost: 400 });
    figure("ct-reader", "most memory of the process that reads", "MiB", reader, { atMost: 400 });
    await rm(place, { recursive: true });
  }
  return { figures: figure.all(), facts: { ct: { slices: work.slices, megabytes } }, wrong };
}

/** What the same files cost one process that has nobody to ask. */
async function speedAlone(files: readonly FileToSend[], bytes: number): Promise<number> {
  const key = randomBytes(32);
  const { took } = await timed(async () => {
    for (const { file, path } of files) {
      const reading = readDicom(await readFile(file), { inflate: () => null });
      if (!reading.ok) throw new Error(`${path}: ${reading.reason}`);
      const place = { organisationId: "o", caseId: "c", fileId: path, version: 1 };
      const { sealed, plain } = sealFile([reading.stored], key, place);
      let written = 0;
      for await (const segment of sealed) written += segment.length;
      if (written < plain().bytes) throw new Error(`${path} was not sealed`);
    }
  });
  return speedOf(bytes, took);
}

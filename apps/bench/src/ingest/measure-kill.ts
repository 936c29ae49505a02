import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { type DemoServer, startDemoServer } from "../measuring/demo-server.ts";
import { watchPeaks } from "../measuring/peak-memory.ts";
import { roundsOf } from "./figure.ts";
import { beginDelivery, openDoor, speedOf, timed, untilRead } from "./hand-over.ts";
import { writeLargePdf } from "./large-pdf.ts";
import type { Measured } from "./parts.ts";
import { announce, arrivedAt, type Door, type FileToSend, sendFrom } from "./tus-client.ts";

export interface KillWork {
  readonly rounds: number;
  readonly bytes: number;
}

/** Milliseconds between two tries to reach a server that starts. */
const again = 50;
/** Milliseconds after which a piece of a file is on its way. */
const withinPiece = 10;

/** One large file; when half of it is there the server is killed with -9 and started again. Then every byte is compared. */
export async function measureKill(folder: string, { rounds, bytes }: KillWork): Promise<Measured> {
  const figure = roundsOf();
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const place = join(folder, `kill-${round}`);
    await mkdir(place, { recursive: true });
    const file = join(place, "large.pdf");
    const written = await writeLargePdf(file, round, bytes);
    const sent = { file, path: "large.pdf", bytes: written.bytes };
    const run = await sendThroughKill(join(place, "data"), sent);
    if (run.sha256 !== written.sha256) wrong.push(`kill: what came back of round ${round} has other bytes`);
    const megabytes = `${Math.round(written.bytes / 1e6).toLocaleString("en")} MB`;
    figure("kill-upload", `${megabytes} arrive, killed in the middle`, "MB/s", run.upload, { atLeast: 50 });
    figure("kill-gap", "from the kill until it goes on", "ms", run.gap);
    figure("kill-import", "the file becomes a record", "MB/s", run.read);
    figure("kill-back", "the file is handed out", "MB/s", run.back);
    figure("kill-server", "most memory of either server", "MiB", run.memory, { atMost: 400 });
    await rm(place, { recursive: true });
  }
  figure("kill-wrong", "files that came back with other bytes", "", wrong.length, { atMost: 0 });
  return { figures: figure.all(), wrong };
}

async function sendThroughKill(dataFolder: string, file: FileToSend) {
  const first = await startDemoServer(dataFolder);
  const door = await openDoor(first);
  const delivery = await beginDelivery(door);
  const address = await announce(door, delivery, file);
  const peaks = watchPeaks(first.pid);
  const half = await timed(() => untilKilled(first, door, address, file));
  const before = peaks();
  const began = performance.now();
  const second = await startDemoServer(dataFolder, first);
  try {
    const offset = await untilItAnswers(() => arrivedAt(door, address));
    const gap = performance.now() - began;
    if (offset < half.value) throw new Error("Bytes that were acknowledged are gone.");
    const secondPeaks = watchPeaks(second.pid);
    const rest = await timed(() => sendFrom(door, address, file, offset));
    const read = await timed(() => untilRead(door, delivery, 1));
    const back = await timed(async () => digestOf(second, door, read.value.records[0] ?? ""));
    return {
      upload: speedOf(file.bytes, half.took + rest.took),
      gap,
      read: speedOf(file.bytes, read.took),
      back: speedOf(file.bytes, back.took),
      sha256: back.value,
      memory: Math.max(before.server, secondPeaks().server),
    };
  } finally {
    await second.stop();
  }
}

/** Sends until the server is killed, in the middle of a piece. Gives how much of it had been acknowledged. */
async function untilKilled(
  server: DemoServer,
  door: Door,
  address: string,
  file: FileToSend,
): Promise<number> {
  let acknowledged = 0;
  let killing: Promise<void> | undefined;
  const sending = sendFrom(door, address, file, 0, (offset) => {
    acknowledged = offset;
    if (offset > file.bytes / 2) killing ??= pause(withinPiece).then(() => server.kill());
  });
  const isSent = await sending.then(
    () => true,
    () => false,
  );
  if (isSent || killing === undefined)
    throw new Error("The server was not killed in the middle of the file.");
  await killing;
  return acknowledged;
}

async function untilItAnswers<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 200; ; left -= 1) {
    try {
      return await ask();
    } catch (cause) {
      if (left === 0) throw cause;
      await pause(again);
    }
  }
}

const DocumentRecord = z.object({ content: z.object({ file: z.object({ id: z.string() }) }) });

/** SHA-256 of what whoever opens the record is given. */
async function digestOf(server: DemoServer, door: Door, record: string): Promise<string> {
  const { content } = DocumentRecord.parse(
    await server.read(`/cases/${door.caseId}/records/${record}`, door.cookie),
  );
  const answer = await fetch(`${door.origin}/api/cases/${door.caseId}/files/${content.file.id}`, {
    headers: { cookie: door.cookie },
  });
  if (!answer.ok || answer.body === null) throw new Error(`The file answers ${answer.status}`);
  const hash = createHash("sha256");
  for await (const chunk of answer.body) hash.update(chunk);
  return hash.digest("hex");
}

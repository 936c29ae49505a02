import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findFreePort, startChild } from "../measuring/child-process.ts";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { measureAcknowledged, measureDelivered } from "./throughput.ts";
import { typeFrames } from "./typed-frames.ts";

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export interface Work {
  readonly rounds: number;
  readonly documents: number;
  /** In each document and round. */
  readonly keys: number;
}

/** The sync server on its own PostgreSQL beside the peer, alternating: the same keys in as many documents. */
export async function compareThroughput(
  dataFolder: string,
  { rounds, documents, keys }: Work,
): Promise<readonly Figure[]> {
  const [port, peerPort] = [await findFreePort(), await findFreePort()];
  const lab = await startChild(
    fileOf("lab-server.ts"),
    { PORT: String(port), CONSILIUM_DATA: dataFolder },
    "ready",
  );
  const peer = await startChild(fileOf("peer-server.ts"), { PORT: String(peerPort) }, "ready");
  const frames = typeFrames(keys);
  const acknowledged: number[] = [];
  const delivered: number[] = [];
  const theirs: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      acknowledged.push(await measureAcknowledged(await openLab(port, documents), frames));
      const names = Array.from(
        { length: documents },
        (_, name) => `ws://127.0.0.1:${peerPort}/${round}-${name}`,
      );
      theirs.push(await measureDelivered(names, frames));
      delivered.push(await measureDelivered(await openLab(port, documents), frames));
    }
  } finally {
    await Promise.all([lab.stop(), peer.stop()]);
  }
  return figuresOf(documents, acknowledged, delivered, theirs);
}

const ids = z.array(z.string());

async function openLab(port: number, count: number): Promise<readonly string[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/opinions?count=${count}`);
  return ids.parse(await answer.json()).map((id) => `ws://127.0.0.1:${port}/sync/${id}`);
}

const figuresOf = (
  documents: number,
  acknowledged: readonly number[],
  delivered: readonly number[],
  theirs: readonly number[],
): readonly Figure[] => [
  {
    name: "saved-a-second",
    words: `keys a second in ${documents} documents, saved`,
    unit: "/s",
    ours: spreadOf(acknowledged),
    target: { atLeast: 20_000 },
  },
  {
    name: "delivered-a-second",
    words: `keys a second in ${documents} documents, at a reader`,
    unit: "/s",
    ours: spreadOf(delivered),
    peer: spreadOf(theirs),
  },
];

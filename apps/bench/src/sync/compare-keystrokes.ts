import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import * as Y from "yjs";
import { z } from "zod";
import { findFreePort, startChild } from "../measuring/child-process.ts";
import { type DemoServer, findOpenCase, startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { residentMemory } from "../measuring/resident-memory.ts";
import { spreadOf } from "../measuring/spread.ts";
import { joinAsStockClient, type Place } from "../measuring/stock-client.ts";
import { type Latency, measureKeystroke } from "./keystroke.ts";

const peerServer = fileURLToPath(new URL("peer-server.ts", import.meta.url));
/** Milliseconds between two keys, and of rest before the idle server is weighed. */
const between = 20;
const rest = 5000;

/** The real server with the demo's accounts beside the peer, alternating: a key to three readers, and what the idle server weighs. */
export async function compareKeystrokes(
  dataFolder: string,
  { rounds, keys }: { readonly rounds: number; readonly keys: number },
) {
  const server = await startDemoServer(dataFolder);
  const port = await findFreePort();
  const peer = await startChild(peerServer, { PORT: String(port) }, "ready");
  try {
    const { fsync, database } = health.parse(await server.read("/health", ""));
    await pause(rest);
    const idle = residentMemory(server.pid);
    const places = await placesOf(server);
    const opinion = await joinAsStockClient(places.writer);
    const content = Y.encodeStateAsUpdate(opinion.doc);
    opinion.leave();
    const ours: Latency[] = [];
    const theirs: Latency[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const place = { address: `ws://127.0.0.1:${port}`, document: `round-${round}` };
      const leave = await fill(place, content);
      theirs.push(await measureKeystroke({ writer: place, readers: [place, place, place], keys, between }));
      leave();
      ours.push(await measureKeystroke({ ...places, keys, between }));
    }
    return { fsync, database, figures: [...keyFigures(ours, theirs), weight(idle)] };
  } finally {
    await Promise.all([server.stop(), peer.stop()]);
  }
}

const health = z.object({ fsync: z.boolean(), database: z.string() });

/** An author writes; her co-author at two devices and the referring clinician, with whom the draft is shared, read. */
async function placesOf(
  server: DemoServer,
): Promise<{ readonly writer: Place; readonly readers: readonly Place[] }> {
  const cookies = await Promise.all(
    ["specialist", "second.specialist", "referrer"].map((name) => server.signIn(`${name}@demo.test`)),
  );
  const [author = "", coAuthor = "", referrer = ""] = cookies;
  const caseId = await findOpenCase(server, author);
  const address = `ws://127.0.0.1:${server.port}/sync/${caseId}`;
  const at = (cookie: string): Place => ({ address, document: "opinion", cookie });
  return { writer: at(author), readers: [at(coAuthor), at(referrer), at(coAuthor)] };
}

/** The peer keeps a document while somebody is there. Returns what leaves it. */
async function fill(place: Place, content: Uint8Array): Promise<() => void> {
  const { doc, leave } = await joinAsStockClient(place);
  Y.applyUpdate(doc, content);
  return leave;
}

function keyFigures(ours: readonly Latency[], theirs: readonly Latency[]): readonly Figure[] {
  const figure = (part: "p50" | "p99", target?: Figure["target"]): Figure => ({
    name: `keystroke-${part}`,
    words: `a key to 3 readers, ${part}`,
    unit: "ms",
    ours: spreadOf(ours.map((latency) => latency[part])),
    peer: spreadOf(theirs.map((latency) => latency[part])),
    ...(target && { target }),
  });
  return [figure("p50", { timesPeer: 2 }), figure("p99")];
}

const weight = (mebibytes: number): Figure => ({
  name: "idle-memory",
  words: "the idle server, without PostgreSQL",
  unit: "MB",
  ours: spreadOf([mebibytes]),
  target: { atMost: 350 },
});

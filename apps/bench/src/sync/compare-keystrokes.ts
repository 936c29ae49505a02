import { setTimeout as pause } from "node:timers/promises";
import * as Y from "yjs";
import { z } from "zod";
import { type DemoServer, findOpenCase, startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import type { Latency } from "../measuring/latency.ts";
import type { Place } from "../measuring/place.ts";
import { residentMemory } from "../measuring/resident-memory.ts";
import { spreadOf } from "../measuring/spread.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";
import { alternate, compare, type Results } from "./alternate.ts";
import { type Contender, onlyOf } from "./contenders.ts";
import { measureKeystroke } from "./keystroke.ts";

/** Milliseconds between two keys, and of rest before the idle server is weighed. */
const between = 20;
const rest = 5000;

/** The real server with the demo's accounts in the place of the one without: a key to three readers, and what the idle server weighs. */
export async function compareKeystrokes(
  contenders: readonly Contender[],
  dataFolder: string,
  { rounds, keys }: { readonly rounds: number; readonly keys: number },
) {
  const server = await startDemoServer(dataFolder);
  try {
    const { fsync, database } = health.parse(await server.read("/health", ""));
    await pause(rest);
    const idle = residentMemory(server.pid);
    const places = await placesOf(server);
    const opinion = await joinAsStockClient(places.writer);
    const content = Y.encodeStateAsUpdate(opinion.doc);
    opinion.leave();
    const results = await alternate(contenders, rounds, async ({ name, createDocuments }) => {
      if (name === "here") return measureKeystroke({ ...places, keys, between });
      const place = onlyOf(await createDocuments(1));
      const leave = await fill(place, content);
      const latency = await measureKeystroke({
        writer: place,
        readers: [place, place, place],
        keys,
        between,
      });
      leave();
      return latency;
    });
    return { facts: { fsync, database }, figures: [...keyFigures(results), weight(idle)] };
  } finally {
    await server.stop();
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

/** A peer may keep a document only while somebody is there. Returns what leaves it. */
async function fill(place: Place, content: Uint8Array): Promise<() => void> {
  const { doc, leave } = await joinAsStockClient(place);
  Y.applyUpdate(doc, content);
  return leave;
}

const keyFigures = (results: Results<Latency>): readonly Figure[] =>
  (["p50", "p99"] as const).map((part) =>
    compare(results, {
      name: `keystroke-${part}`,
      words: `a key to 3 readers' documents, real server, ${part}`,
      unit: "ms",
      target: { timesPeer: 2 },
      of: (latency) => latency[part],
    }),
  );

const weight = (mebibytes: number): Figure => ({
  name: "idle-memory",
  words: "the idle server, without PostgreSQL",
  unit: "MB",
  ours: spreadOf([mebibytes]),
  target: { atMost: 350 },
});

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { placeOf } from "@consilium/database";
import type { Random } from "@consilium/foundation";
import { canonicalRendering } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type * as Y from "yjs";
import { z } from "zod";
import { findFreePort } from "../measuring/child-process.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";
import { type AppWriter, createAppWriter } from "./app-writer.ts";
import { type DatabaseUnderTrial, startDatabase } from "./database.ts";
import { Ledger, type Verdict } from "./ledger.ts";
import { createLine, type Line } from "./line.ts";
import { createServerUnderTrial } from "./server.ts";
import { createStockWriter } from "./stock-writer.ts";
import { chooseAct, perform } from "./words.ts";
import type { Writer } from "./writer.ts";

/** A document, who writes into it, and what they were told. */
export interface Desk {
  readonly document: DocumentId;
  readonly ledger: Ledger;
  readonly writers: readonly Writer[];
  readonly appWriters: readonly AppWriter[];
}

/** The real server in a process of its own, a PostgreSQL beside it, people at their desks. */
export interface Trial {
  readonly random: Random;
  readonly database: DatabaseUnderTrial;
  readonly line: Line;
  readonly desks: readonly Desk[];
  /** What must not happen and did, in words. */
  readonly wrongs: string[];
  readonly killServer: () => Promise<void>;
  readonly startServer: () => Promise<void>;
  /** Everybody writes until it is called again; gives that. */
  readonly write: () => () => void;
  /** What the log holds is all that was acknowledged. */
  readonly checkLog: (when: string) => Promise<void>;
  /** Everything is acknowledged and every replica the same, a new reader's too. */
  readonly settle: (when: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const stockWriters = 2;
const documents = 2;
/** Milliseconds from one act of a writer to the next, at most. */
const slowest = 40;
/** Milliseconds. */
const patience = 60_000;

/** `folder`: of the database. The server complains elsewhere, so that a full disk does not end it by its own log. */
export async function startTrial(folder: string, complaints: string, random: Random): Promise<Trial> {
  mkdirSync(folder, { recursive: true });
  const database = await startDatabase(join(folder, "database"));
  const port = await findFreePort();
  const line = await createLine(port);
  const host = `127.0.0.1:${line.port}`;
  const server = createServerUnderTrial({ port, database: database.url, complaints });
  await server.start();
  const wrongs: string[] = [];
  const desks = (await makeDocuments(host)).map((document) => openDesk(document, host, wrongs));
  return {
    random,
    database,
    line,
    desks,
    wrongs,
    killServer: server.kill,
    startServer: async () => {
      await server.start();
      for (const { writers } of desks) for (const writer of writers) writer.dialNow();
    },
    write: () => startWriting(desks, random),
    checkLog: async (when) => {
      for (const { document, ledger } of desks) {
        const saved = ledger.savedNow;
        const verdict = ledger.judge(await database.readLog(document), saved);
        tellVerdict(verdict, (what) => wrongs.push(`${when}, in the log: ${what}`));
      }
    },
    settle: async (when) => {
      for (const desk of desks) await settle(desk, host, database, (what) => wrongs.push(`${when}: ${what}`));
    },
    close: async () => {
      for (const { writers } of desks) for (const writer of writers) writer.leave();
      await line.close();
      await server.close();
      await database.close();
    },
  };
}

async function makeDocuments(host: string): Promise<DocumentId[]> {
  const made = await fetch(`http://${host}/opinions?count=${documents}`);
  return z.array(z.templateLiteral([z.string(), "/", z.string()])).parse(await made.json());
}

function openDesk(document: DocumentId, host: string, wrongs: string[]): Desk {
  const ledger = new Ledger();
  const { caseId, name } = placeOf(document);
  const optionsOf = (writer: string) => ({
    name: writer,
    host,
    caseId,
    document: name,
    done: () => ledger.count(writer),
    saved: (count: number) => ledger.saved(writer, count),
    wrong: (what: string) => wrongs.push(`${writer}: ${what}`),
  });
  const stock = Array.from({ length: stockWriters }, (_, at) => createStockWriter(optionsOf(`stock-${at}`)));
  const appWriters = [createAppWriter(optionsOf("app"))];
  return { document, ledger, writers: [...stock, ...appWriters], appWriters };
}

function startWriting(desks: readonly Desk[], random: Random): () => void {
  let isOver = false;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (desk: Desk, writer: Writer) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (isOver) return;
      writeOnce(desk, writer, random);
      later(desk, writer);
    }, random.below(slowest));
    timers.add(timer);
  };
  for (const desk of desks) for (const writer of desk.writers) later(desk, writer);
  return () => {
    isOver = true;
    for (const timer of timers) clearTimeout(timer);
  };
}

/** Into the book first: the server may answer before the hand is taken off the key. */
function writeOnce({ ledger }: Desk, { name, doc }: Writer, random: Random): void {
  const replica = doc();
  if (!replica) return;
  const act = chooseAct(replica, random, `${name} ${ledger.count(name)}`);
  ledger.wrote(name, act);
  replica.transact(() => perform(replica, random, act));
}

async function settle(
  { document, ledger, writers }: Desk,
  host: string,
  database: DatabaseUnderTrial,
  wrong: (what: string) => void,
): Promise<void> {
  const renderings = (): Set<string | undefined> =>
    new Set(writers.map(({ doc }) => rendering(document, doc())));
  const isSettled = () =>
    writers.every(({ name }) => ledger.waiting(name) === 0) &&
    renderings().size === 1 &&
    !renderings().has(undefined);
  for (const end = Date.now() + patience; !isSettled(); await pause(20)) {
    if (Date.now() < end) continue;
    const waiting = writers.map(
      ({ name, doc }) => `${name} ${ledger.waiting(name)}${doc() ? "" : " (closed)"}`,
    );
    return wrong(
      `not settled after ${patience / 1000} s: ${renderings().size} different replicas, waiting: ${waiting.join(", ")}`,
    );
  }
  const { caseId, name } = placeOf(document);
  const reader = await joinAsStockClient({ address: `ws://${host}/sync/${caseId}`, document: name });
  const log = await database.readLog(document);
  const all = [
    ...writers.map((writer) => [writer.name, writer.doc()] as const),
    ["a new reader", reader.doc] as const,
    ["the log", log] as const,
  ];
  for (const [whose, doc] of all) {
    if (!doc) continue;
    if (rendering(document, doc) !== rendering(document, reader.doc))
      wrong(`${whose} differs from a new reader`);
    tellVerdict(ledger.judge(doc), (what) => wrong(`${whose}: ${what}`));
  }
  reader.leave();
}

const rendering = (document: DocumentId, doc: Y.Doc | undefined): string | undefined =>
  doc && canonicalRendering(doc, placeOf(document).kind);

function tellVerdict(verdict: Verdict, wrong: (what: string) => void): void {
  for (const kind of ["lost", "duplicated", "resurrected"] as const) {
    const [first] = verdict[kind];
    if (first !== undefined) wrong(`${verdict[kind].length} ${kind}, ${first} among them`);
  }
}

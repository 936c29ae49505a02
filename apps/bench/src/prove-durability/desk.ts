import { setTimeout as pause } from "node:timers/promises";
import { placeOf } from "@consilium/database";
import type { Random } from "@consilium/foundation";
import { canonicalRendering } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type * as Y from "yjs";
import { z } from "zod";
import { joinAsStockClient } from "../measuring/stock-client.ts";
import { type AppWriter, createAppWriter } from "./app-writer.ts";
import type { DatabaseUnderTrial } from "./database.ts";
import { Ledger, type Verdict } from "./ledger.ts";
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

/** How much was done at all desks, and how much of it is called saved. */
export const totalsOf = (
  desks: readonly Desk[],
): { readonly written: number; readonly acknowledged: number } => ({
  written: desks.reduce((sum, { ledger }) => sum + ledger.written, 0),
  acknowledged: desks.reduce((sum, { ledger }) => sum + ledger.acknowledged, 0),
});

/** Milliseconds from one act of a writer to the next, at most. */
const slowest = 40;
/** Milliseconds. */
const patience = 60_000;

/** New, empty opinions. */
export async function makeDocuments(host: string, count: number): Promise<DocumentId[]> {
  const made = await fetch(`http://${host}/opinions?count=${count}`);
  return z.array(z.templateLiteral([z.string(), "/", z.string()])).parse(await made.json());
}

/** The hosts that its writers dial, one writer each. */
export interface Hosts {
  readonly stock: readonly string[];
  readonly app: readonly string[];
}

export function openDesk(document: DocumentId, { stock, app }: Hosts, wrongs: string[]): Desk {
  const ledger = new Ledger();
  const { caseId, name } = placeOf(document);
  const optionsOf = (writer: string, host: string) => ({
    name: writer,
    host,
    caseId,
    document: name,
    done: () => ledger.count(writer),
    saved: (count: number) => ledger.saved(writer, count),
    wrong: (what: string) => wrongs.push(`${writer}: ${what}`),
  });
  const stockWriters = stock.map((host, at) => createStockWriter(optionsOf(`stock-${at}`, host)));
  const appWriters = app.map((host, at) => createAppWriter(optionsOf(`app-${at}`, host)));
  return { document, ledger, writers: [...stockWriters, ...appWriters], appWriters };
}

/** Everybody writes until what it gives is called. */
export function startWriting(desks: readonly Desk[], random: Random): () => void {
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

/** Waits until everything is acknowledged and every replica the same; `host`: where a new reader comes in. */
export async function settleDesk(
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

export function tellVerdict(verdict: Verdict, wrong: (what: string) => void): void {
  for (const kind of ["lost", "duplicated", "resurrected"] as const) {
    const [first] = verdict[kind];
    if (first !== undefined) wrong(`${verdict[kind].length} ${kind}, ${first} among them`);
  }
}

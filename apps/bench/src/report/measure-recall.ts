import { setTimeout as pause } from "node:timers/promises";
import { readServerFrame, setItemField, subprotocol } from "@consilium/workspace";
import { WebSocket } from "ws";
import { z } from "zod";
import { createDataFolder } from "../measuring/data-folder.ts";
import { type DemoServer, findOpenCase, startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { quantile, spreadOf } from "../measuring/spread.ts";
import { joinAsStockClient } from "../measuring/stock-client.ts";

const Sheet = z.object({
  basis: z.string(),
  open: z.array(
    z.object({ key: z.string(), level: z.string(), target: z.object({ item: z.string().optional() }) }),
  ),
});
const Case = z.object({ opinions: z.array(z.object({ id: z.string(), lead: z.boolean() })) });
const Reports = z.object({ items: z.array(z.object({ id: z.string(), state: z.string() })) });

/**
 * A report is taken back while so many have it open: how long until each was told, from the moment at which the command was sent. Told of
 * it is whoever hears of a change after that, and of none before: nothing else goes on then.
 */
export async function measureRecall(readers: number): Promise<readonly Figure[]> {
  const folder = createDataFolder();
  const server = await startDemoServer(folder.path);
  try {
    const author = await server.signIn("specialist@demo.test");
    const reader = await server.signIn("referrer@demo.test");
    const caseId = await findOpenCase(server, author);
    const report = await signReport(server, author, caseId);
    const sockets = await openReaders(server, reader, caseId, readers);
    await untilQuiet(sockets);
    const sent = performance.now();
    const told = sockets.map(({ toldAfter }) => toldAfter(sent));
    const reason = "The images were of somebody else.";
    await post(server, author, `/cases/${caseId}/reports/${report}/retraction`, { reason });
    const waits = (await Promise.all(told)).map((at) => at - sent);
    const { items } = Reports.parse(await server.read(`/cases/${caseId}/reports`, reader));
    if (items.find(({ id }) => id === report)?.state !== "retracted")
      throw new Error("Whoever was told finds the report as it was.");
    for (const { close } of sockets) close();
    return [0.5, 0.95, 1].map((part) => figureOf(waits, part, readers));
  } finally {
    await server.stop();
    folder.remove();
  }
}

const figureOf = (waits: readonly number[], part: number, readers: number): Figure => ({
  name: `recall-${part * 100}`,
  words: `recall of ${readers} open copies, ${part * 100} of 100 told within`,
  unit: "ms",
  ours: spreadOf([quantile(waits, part)]),
  target: { atMost: 1000 },
});

/** The demo's opinion with an owner for each recommendation, signed with its ceremony. */
async function signReport(server: DemoServer, cookie: string, caseId: string): Promise<string> {
  const { opinions } = Case.parse(await server.read(`/cases/${caseId}`, cookie));
  const opinion = opinions.find(({ lead }) => lead)?.id ?? "";
  const path = `/cases/${caseId}/opinions/${opinion}/signing`;
  const sheetNow = async () => Sheet.parse(await server.read(path, cookie));
  const must = (await sheetNow()).open.filter(({ level }) => level === "must");
  const address = `${server.origin.replace("http", "ws")}/sync/${caseId}`;
  const client = await joinAsStockClient({ address, document: `opinion.${opinion}`, cookie });
  for (const { target } of must) setItemField(client.doc, target.item ?? "", "owner", "The care team");
  await client.settled();
  client.leave();
  const { basis, open } = await sheetNow();
  const reasons = open.map(({ key }) => ({ key, reason: "Looked at, and left so." }));
  const signed = await post(server, cookie, path, { basis, reasons, password: server.password });
  return z.object({ report: z.string() }).parse(signed).report;
}

async function post(server: DemoServer, cookie: string, path: string, body: object): Promise<unknown> {
  const { origin } = server;
  const answer = await fetch(`${origin}/api${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, origin },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

interface Reader {
  /** When it was last told that something of the case is no longer as it was; 0: never. */
  readonly lastTold: () => number;
  /** When it is told so for the first time after a moment. */
  readonly toldAfter: (moment: number) => Promise<number>;
  readonly close: () => void;
}

/** Milliseconds without a word to anybody: what the signature, and the demo's own work, had to tell is told. */
const quiet = 3000;

async function untilQuiet(readers: readonly Reader[]): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const last = Math.max(begun, ...readers.map(({ lastTold }) => lastTold()));
    const left = last + quiet - performance.now();
    if (left <= 0) return;
    await pause(left);
  }
}

/** So many open at a time, and each is open before the next ones come: a server has room for a queue, not for a storm. */
const atOnce = 50;

async function openReaders(
  server: DemoServer,
  cookie: string,
  caseId: string,
  count: number,
): Promise<readonly Reader[]> {
  const readers: Reader[] = [];
  while (readers.length < count) {
    const more = Math.min(atOnce, count - readers.length);
    const opened = Array.from({ length: more }, () => openReader(server, cookie, caseId));
    readers.push(...(await Promise.all(opened)));
  }
  return readers;
}

async function openReader({ origin }: DemoServer, cookie: string, caseId: string): Promise<Reader> {
  const address = `${origin.replace("http", "ws")}/sync/${caseId}`;
  const socket = new WebSocket(address, [subprotocol], {
    headers: { cookie, origin },
    perMessageDeflate: false,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  let last = 0;
  const listeners = new Set<(at: number) => void>();
  socket.on("message", (data: Buffer) => {
    if (readServerFrame(new Uint8Array(data))?.kind !== "changed") return;
    last = performance.now();
    for (const listener of listeners) listener(last);
  });
  const toldAfter = (moment: number): Promise<number> => {
    const told = new Promise<number>((resolve, reject) => {
      listeners.add((at) => at > moment && resolve(at));
      socket.once("close", () => reject(new Error("A reader was cut off before it was told.")));
    });
    told.catch(() => undefined);
    return told;
  };
  return { lastTold: () => last, toldAfter, close: () => socket.close() };
}

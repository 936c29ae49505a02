import { type Clock, createSeededRandom, createUlid, type Random } from "@consilium/foundation";
import { vi } from "vitest";
import { Connection } from "../connection.ts";
import { LocalDocument } from "../local-document.ts";
import type { DocumentOutbox } from "../outbox/outbox.ts";
import type { KeptFrame } from "../saved-state.ts";
import type { FakeServer } from "./fake-server.ts";
import { createMemoryOutbox } from "./memory-outbox.ts";
import { WireLine, type WireServer } from "./wire-line.ts";

export const documentName = "opinion.01ARZ3NDEKTSV4RRFFQ69G5FAV";

/** y-websocket's own waits are real timers: they pass when the test says so. Promises and IndexedDB go on as ever. */
export const useTestTimers = (): void => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
};

/** Lets everything that was begun go on, the platform's cryptography included. */
export async function breathe(turns = 4): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
}

export interface Page {
  readonly line: WireLine;
  readonly connection: Connection;
  readonly document: LocalDocument;
  readonly faults: unknown[];
}

const openPages = new Set<Page>();

/** After each test: providers listen to the process as long as they live. */
export function closePages(): void {
  for (const { document, connection } of openPages) {
    document.close();
    connection.end();
  }
  openPages.clear();
  vi.useRealTimers();
}

export interface PageOptions {
  /** What the document draws for its digests; without it none is sent. Their hash takes a time of its own. */
  readonly sampling?: Pick<Random, "below">;
  readonly random?: Random;
  readonly outbox?: DocumentOutbox;
  readonly kept?: Map<string, KeptFrame>;
  readonly name?: string;
}

const nothing = (): void => {};
const clock: Clock = () => new Date();

export function openPage(
  server: WireServer,
  { random = createSeededRandom(1), ...options }: PageOptions = {},
): Page {
  const line = new WireLine(server);
  const faults: unknown[] = [];
  const fault = (_: string, cause: unknown): void => void faults.push(cause);
  const url = "ws://case";
  const connection = new Connection({
    url,
    dial: line.dial,
    random,
    clock,
    fault,
    places: nothing,
    changed: nothing,
  });
  const document = new LocalDocument({
    connection,
    name: options.name ?? documentName,
    kind: "opinion",
    schema: 1,
    outbox: options.outbox ?? createMemoryOutbox(options.kept ?? new Map()),
    clock,
    random: options.sampling ?? { below: () => 1 },
    createId: () => createUlid(Date.now(), random),
    fault,
  });
  const page = { line, connection, document, faults };
  openPages.add(page);
  return page;
}

/** Everything arrives and is committed, until nothing moves any more. */
export async function settle(server: FakeServer, pages: readonly Page[], commit = true): Promise<void> {
  for (let still = 0; still < 3;) {
    let moved = false;
    for (const { line } of pages) while (line.deliverUp()) moved = true;
    if (commit)
      for (const document of server.documents.values()) while (server.commitOne(document)) moved = true;
    for (const { line } of pages) while (line.deliverDown()) moved = true;
    await breathe();
    still = moved ? 0 : still + 1;
  }
}

export function openSnapshot({ document }: Page) {
  const snapshot = document.snapshot.getSnapshot();
  if (snapshot.phase !== "open") throw new Error(`the document is ${snapshot.phase}`);
  return snapshot;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createCaseKeys, createDocumentLog, openDatabase, startEmbeddedPostgres } from "@consilium/database";
import { createSilentDoc } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import * as Y from "yjs";
import { childrenOf } from "../measuring/processes.ts";
import { labMasterKey } from "../sync/lab-case.ts";

/** A PostgreSQL whose processes can be reached, beside the server that is tried: neither ends with the other. */
export interface DatabaseUnderTrial {
  readonly url: string;
  readonly signal: (signal: "SIGKILL" | "SIGQUIT") => void;
  /** Every process of it. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** As the role that owns the tables. Waits until it answers. */
  readonly query: (text: string, values?: readonly unknown[]) => Promise<void>;
  /** What is committed, from the log's rows and nothing else. Waits until it answers. */
  readonly readLog: (document: DocumentId) => Promise<Y.Doc>;
  readonly close: () => Promise<void>;
}

/** Milliseconds. A full disk may take PostgreSQL through several starts, ten seconds apart. */
const patience = 60_000;

export async function startDatabase(folder: string): Promise<DatabaseUnderTrial> {
  const postgres = await startEmbeddedPostgres(folder);
  const url = postgres.url("consilium", "consilium");
  const open = await openDatabase(url);
  const keys = createCaseKeys({ pool: open.pool, masterKey: labMasterKey });
  const log = createDocumentLog({ open, keys });
  const postmaster = (): number => Number.parseInt(readFileSync(join(folder, "postmaster.pid"), "utf8"), 10);
  const signalAll = (signal: "SIGSTOP" | "SIGCONT") => {
    for (const pid of [postmaster(), ...childrenOf(postmaster())]) process.kill(pid, signal);
  };
  return {
    url,
    signal: (signal) => void process.kill(postmaster(), signal),
    freeze: () => signalAll("SIGSTOP"),
    thaw: () => signalAll("SIGCONT"),
    query: async (text, values = []) => void (await untilItAnswers(() => open.pool.query(text, [...values]))),
    readLog: (document) =>
      untilItAnswers(async () => {
        const { snapshot, updates } = await log.load(document);
        const doc = createSilentDoc({ gc: true });
        doc.transact(() => {
          if (snapshot) Y.applyUpdate(doc, snapshot.content);
          for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
        });
        return doc;
      }),
    close: async () => {
      await open.close();
      await postgres.stop();
    },
  };
}

async function untilItAnswers<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (const end = Date.now() + patience; ;) {
    try {
      return await ask();
    } catch (cause) {
      if (Date.now() > end) throw cause;
      await pause(50);
    }
  }
}

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Random } from "@consilium/foundation";
import { findFreePort } from "../measuring/child-process.ts";
import { type DatabaseUnderTrial, startDatabase } from "./database.ts";
import { type Desk, makeDocuments, openDesk, settleDesk, startWriting, tellVerdict } from "./desk.ts";
import { createLine, type Line } from "./line.ts";
import { createServerUnderTrial } from "./server.ts";

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

const documents = 2;

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
  const desks = (await makeDocuments(host, documents)).map((document) =>
    openDesk(document, { stock: [host, host], app: [host] }, wrongs),
  );
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
    checkLog: (when) => checkLog(desks, database, (what) => wrongs.push(`${when}, in the log: ${what}`)),
    settle: async (when) => {
      for (const desk of desks)
        await settleDesk(desk, host, database, (what) => wrongs.push(`${when}: ${what}`));
    },
    close: async () => {
      for (const { writers } of desks) for (const writer of writers) writer.leave();
      await line.close();
      await server.close();
      await database.close();
    },
  };
}

async function checkLog(
  desks: readonly Desk[],
  database: DatabaseUnderTrial,
  wrong: (what: string) => void,
): Promise<void> {
  for (const { document, ledger } of desks) {
    const saved = ledger.savedNow;
    tellVerdict(ledger.judge(await database.readLog(document), saved), wrong);
  }
}

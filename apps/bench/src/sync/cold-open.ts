import { join } from "node:path";
import { createCaseKeys, createDocumentLog, documentId, openDatabase } from "@consilium/database";
import type { DocumentId } from "@consilium/workspace-server";
import { findFreePort } from "../measuring/child-process.ts";
import type { Place } from "../measuring/place.ts";
import { startDatabase } from "../prove-durability/database.ts";
import { createServerUnderTrial, type ServerUnderTrial } from "../prove-durability/server.ts";
import { appendTrace } from "./append-trace.ts";
import { createOpinions } from "./contenders.ts";
import { type EditingTrace, writeTrace } from "./editing-trace.ts";
import { labMasterKey } from "./lab-case.ts";
import { joinRaw } from "./raw-client.ts";

/** Milliseconds in each round. */
export interface ColdOpening {
  readonly fromLog: readonly number[];
  readonly fromSnapshot: readonly number[];
}

/** One trace as two documents of a sync server, one with a snapshot at its end: how long until the first who comes to a new process has it. */
export async function measureColdOpening(
  dataFolder: string,
  { rounds, operations }: { readonly rounds: number; readonly operations: number },
): Promise<ColdOpening> {
  const database = await startDatabase(join(dataFolder, "database"));
  const port = await findFreePort();
  const complaints = join(dataFolder, "server.log");
  const server = createServerUnderTrial({ port, database: database.url, complaints });
  try {
    await server.start();
    const places = await createOpinions(port, 2);
    await server.kill();
    const [logged, kept] = places;
    if (!logged || !kept) throw new Error("There are not two documents.");
    await storeTrace(database.url, writeTrace(operations), logged, kept);
    const fromLog: number[] = [];
    const fromSnapshot: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      fromLog.push(await openCold(server, logged));
      fromSnapshot.push(await openCold(server, kept));
    }
    return { fromLog, fromSnapshot };
  } finally {
    await server.close();
    await database.close();
  }
}

/** The process is killed at once: otherwise it would leave a snapshot of what it had to read from the log. */
async function openCold(server: ServerUnderTrial, place: Place): Promise<number> {
  await server.start();
  const begun = performance.now();
  await joinRaw({ ...place, seat: "first" }, { closed: () => {} });
  const took = performance.now() - begun;
  await server.kill();
  return took;
}

async function storeTrace(url: string, trace: EditingTrace, logged: Place, kept: Place): Promise<void> {
  const open = await openDatabase(url);
  const keys = createCaseKeys({ pool: open.pool, masterKey: labMasterKey });
  const log = createDocumentLog({ open, keys });
  for (const place of [logged, kept]) await appendTrace(log, idOf(place), trace.updates);
  const sequence = trace.updates.length;
  await log.storeSnapshot({ document: idOf(kept), sequence, content: trace.content, at: new Date() });
  await open.close();
}

const idOf = ({ address, document }: Place): DocumentId =>
  documentId(address.split("/").at(-1) ?? "", document);

import { join } from "node:path";
import { findFreePort } from "../measuring/child-process.ts";
import { type PeerName, peerNames } from "../measuring/figures.ts";
import type { Place } from "../measuring/place.ts";
import { startDatabase } from "../prove-durability/database.ts";
import { createServerUnderTrial } from "../prove-durability/server.ts";
import { type Contender, type ContenderName, createOpinions, onlyOf, startPeer } from "./contenders.ts";

/** A server that is killed and started again at the same address. What it keeps outside itself stays. */
export interface Killable {
  readonly name: ContenderName;
  readonly createDocument: () => Promise<Place>;
  /** kill -9 */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startKillables(dataFolder: string): Promise<readonly Killable[]> {
  return [await startHere(dataFolder), ...(await Promise.all(peerNames.map(startKillablePeer)))];
}

/** The sync server beside its PostgreSQL, which is not killed with it. */
async function startHere(dataFolder: string): Promise<Killable> {
  const database = await startDatabase(join(dataFolder, "database"));
  const port = await findFreePort();
  const complaints = join(dataFolder, "server.log");
  const server = createServerUnderTrial({ port, database: database.url, complaints });
  await server.start();
  return {
    name: "here",
    createDocument: async () => onlyOf(await createOpinions(port, 1)),
    kill: server.kill,
    start: server.start,
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

async function startKillablePeer(name: PeerName): Promise<Killable> {
  const port = await findFreePort();
  let peer: Contender = await startPeer(name, port);
  return {
    name,
    createDocument: async () => onlyOf(await peer.createDocuments(1)),
    kill: () => peer.process.kill(),
    start: async () => void (peer = await startPeer(name, port)),
    close: () => peer.process.stop(),
  };
}

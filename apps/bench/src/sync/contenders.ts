import { mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { findFreePort, type RunningChild, startChild } from "../measuring/child-process.ts";
import { type PeerName, peerNames } from "../measuring/figures.ts";
import type { Place } from "../measuring/place.ts";
import { hocuspocusWire } from "../measuring/wire.ts";

export type ContenderName = "here" | PeerName;

/** A server in a process of its own, on this machine, to which anybody may come. */
export interface Contender {
  readonly name: ContenderName;
  readonly process: RunningChild;
  /** So many new, empty documents. */
  readonly createDocuments: (count: number) => Promise<readonly Place[]>;
}

/** The sync server on its own PostgreSQL, and the two that keep everything in memory. They complain to our stderr, or to a file in that folder. */
export async function startContenders(
  dataFolder: string,
  complain: "loudly" | "quietly" = "loudly",
): Promise<readonly Contender[]> {
  mkdirSync(dataFolder, { recursive: true });
  const complaints = complain === "loudly" ? "inherit" : openSync(join(dataFolder, "complaints.log"), "a");
  const port = await findFreePort();
  const environment = { PORT: String(port), CONSILIUM_DATA: dataFolder };
  const here = await startChild(fileOf("lab-server.ts"), environment, "ready", complaints);
  const peers = await Promise.all(peerNames.map((name) => startPeer(name, undefined, complaints)));
  return [{ name: "here", process: here, createDocuments: (count) => createOpinions(port, count) }, ...peers];
}

type Complaints = "inherit" | number;

const peerFiles: Readonly<Record<PeerName, string>> = {
  "y-websocket-server": "y-websocket-server.ts",
  hocuspocus: "hocuspocus-server.ts",
};

export async function startPeer(
  name: PeerName,
  port?: number,
  complaints: Complaints = "inherit",
): Promise<Contender> {
  const own = port ?? (await findFreePort());
  const process = await startChild(fileOf(peerFiles[name]), { PORT: String(own) }, "ready", complaints);
  let made = 0;
  const placeOf = (document: string): Place => ({
    address: `ws://127.0.0.1:${own}`,
    document,
    ...(name === "hocuspocus" && { wire: hocuspocusWire(document) }),
  });
  return {
    name,
    process,
    createDocuments: (count) =>
      Promise.resolve(Array.from({ length: count }, () => placeOf(`document-${made++}`))),
  };
}

const ids = z.array(z.templateLiteral([z.string(), "/", z.string()]));

/** At a lab server. */
export async function createOpinions(port: number, count: number): Promise<readonly Place[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/opinions?count=${count}`);
  return ids.parse(await answer.json()).map((id) => {
    const [caseId = "", document = ""] = id.split("/", 2);
    return { address: `ws://127.0.0.1:${port}/sync/${caseId}`, document };
  });
}

export const stopContenders = (contenders: readonly Contender[]) =>
  Promise.all(contenders.map(({ process }) => process.stop()));

export function onlyOf<Value>(values: readonly Value[]): Value {
  const [value] = values;
  if (value === undefined || values.length > 1) throw new Error("There is not exactly one.");
  return value;
}

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

import { writeSchema } from "@consilium/workspace";
import * as Y from "yjs";
import type { Incident } from "../../engine.ts";
import { createWorkspaceServer } from "../../workspace-server.ts";
import { breathe, opinionDocument } from "../test-ports.ts";
import { spoil } from "./defects.ts";
import { createDelay, createFaultyStore, createSlowRights } from "./faulty-store.ts";
import { followStep } from "./follow-steps.ts";
import { newestSchema, nowIn, type Process, type World } from "./world.ts";

const taken = () => Promise.resolve();
/** Small numbers, so that a short run has snapshots and readers that fall behind. */
const flow = { snapshotRows: 7, snapshotRowsIdle: 1, coalesceBytes: 200 };

export function startProcess(world: World): Process {
  const delay = createDelay(world.random, () => new Promise((resolve) => void world.held.push(resolve)));
  const store = createFaultyStore(world.log, delay);
  const ports = { log: store, rights: createSlowRights(world.book.rights, delay) };
  const self = {};
  const server = createWorkspaceServer({
    ...spoil(ports, world.plan.defect, world.random),
    books: { read: taken, wrote: taken, refused: taken },
    now: () => nowIn(world),
    random: world.random,
    report: (incident) => {
      if (!isExpected(incident)) world.wrongs.push(`the server reports ${JSON.stringify(incident)}`);
    },
    committed: (document) => void world.hints.push(document),
    flow,
    observe: (step) => followStep(world, self, step),
  });
  return { server, store };
}

/** What an honest world with a log that fails may cause. Everything else is a defect. */
const isExpected = (incident: Incident): boolean =>
  incident.kind === "clock-conflict" || incident.kind === "failed";

/** The opinion's beginning, by every process at once: one of them is the first (SY-5). */
export async function seedOpinion(world: World): Promise<void> {
  const doc = new Y.Doc();
  doc.clientID = 1; // A random one is longer or shorter, and nothing of a plan may be left to chance.
  writeSchema(doc, newestSchema(world));
  const seed = { bytes: Y.encodeStateAsUpdate(doc), seat: "", person: "", at: nowIn(world) };
  const seeds = world.processes.map(({ server }) => server.seed(opinionDocument, [seed]));
  const answers = Promise.all(seeds);
  const handsOn = async (): Promise<Awaited<typeof answers>> => {
    for (const answer of world.held.splice(0)) answer();
    return (await Promise.race([answers, breathe().then(() => undefined)])) ?? handsOn();
  };
  const winners = (await handsOn()).filter(({ ok }) => ok).length;
  if (winners !== 1) world.wrongs.push(`${winners} processes were the first to seed the opinion`);
}

import { createSeededRandom, type Random } from "@consilium/foundation";
import { writeSomething } from "@consilium/workspace/testing";
import * as Y from "yjs";
import { onEveryCore, piecesOf } from "../measuring/every-core.ts";
import { docOf, type Fate, judgeMutant, type Stage } from "./judge-mutant.ts";
import { type Mutant, mutate } from "./mutate.ts";

export interface Tally {
  readonly fates: ReadonlyMap<string, Record<Fate, number>>;
  readonly wrongs: readonly string[];
  /** Milliseconds of the slowest judgement. */
  readonly slowest: number;
}

interface Scene extends Stage {
  readonly server: Y.Doc;
  readonly frames: readonly Uint8Array[];
  readonly known: readonly Y.ID[];
}

const author = 1000;
const other = 1001;
/** Mutants of one scene: what an author has sent into one state of the document. */
const ofScene = 1000;
/** Of what a thread does at a time: whole scenes. */
const ofPiece = 10_000;
const mostWrongs = 20;

/** So many mutants of honest frames at the gate of an opinion. The same seed tries the same ones. */
export function runMutants(seed: number, count: number): Tally {
  const fates = new Map<string, Record<Fate, number>>();
  const wrongs: string[] = [];
  let slowest = 0;
  for (let done = 0; done < count && wrongs.length < mostWrongs; done += ofScene) {
    const sceneSeed = seed + done / ofScene;
    const random = createSeededRandom(sceneSeed);
    const scene = setScene(random);
    for (let turn = 0; turn < Math.min(ofScene, count - done); turn += 1) {
      const { name, bytes } = mutate(random.pick(scene.frames), random, scene.known);
      const began = performance.now();
      const { fate, wrong } = judge(scene, bytes);
      slowest = Math.max(slowest, performance.now() - began);
      const row = fates.get(name) ?? { admitted: 0, resync: 0, refused: 0 };
      row[fate] += 1;
      fates.set(name, row);
      if (wrong) wrongs.push(`--seed ${sceneSeed} --frames ${turn + 1}, ${name}: ${wrong}`);
    }
  }
  return { fates, wrongs, slowest };
}

/** Mutants of many scenes, as many at a time as there are cores. `progress`: how many are done. */
export async function runMutantsOnEveryCore(
  seed: number,
  count: number,
  progress: (done: number) => void,
): Promise<Tally> {
  const pieces = piecesOf(0, count, ofPiece).map(({ first, count: frames }): MutantsPiece => ({
    seed: seed + first / ofScene,
    frames,
  }));
  const thread = new URL("mutants-thread.ts", import.meta.url);
  return sumOf(
    await onEveryCore<Tally>(thread, pieces, (done) => progress(Math.min(count, done.length * ofPiece))),
  );
}

export interface MutantsPiece {
  readonly seed: number;
  readonly frames: number;
}

function sumOf(tallies: readonly Tally[]): Tally {
  const fates = new Map<string, Record<Fate, number>>();
  for (const [name, row] of tallies.flatMap((tally) => [...tally.fates])) {
    const { admitted, resync, refused } = fates.get(name) ?? { admitted: 0, resync: 0, refused: 0 };
    fates.set(name, {
      admitted: admitted + row.admitted,
      resync: resync + row.resync,
      refused: refused + row.refused,
    });
  }
  return {
    fates,
    wrongs: tallies.flatMap(({ wrongs }) => wrongs),
    slowest: Math.max(...tallies.map(({ slowest }) => slowest)),
  };
}

/** Some mutants of one scene, for whoever sends them on. */
export function mutantsOf(random: Random, count: number): readonly Mutant[] {
  const scene = setScene(random);
  return Array.from({ length: count }, () => mutate(random.pick(scene.frames), random, scene.known));
}

function judge(scene: Scene, bytes: Uint8Array): ReturnType<typeof judgeMutant> {
  try {
    return judgeMutant(scene.server, scene, bytes);
  } catch (cause) {
    return {
      fate: "refused",
      wrong: `the gate throws: ${cause instanceof Error ? cause.stack : String(cause)}`,
    };
  }
}

/** Two authors have written; one of them goes on, and what they send is what is changed. */
function setScene(random: Random): Scene {
  const before = authorOf(other);
  for (let step = 0; step < 25; step += 1) writeSomething(before, random);
  const writer = authorOf(author);
  Y.applyUpdate(writer, Y.encodeStateAsUpdate(before));
  for (let step = 0; step < 5; step += 1) writeSomething(writer, random);
  const held = Y.encodeStateAsUpdate(writer);
  const vector = Y.encodeStateVector(writer);
  const frames = Array.from({ length: 6 }, () => {
    writeSomething(writer, random);
    return Y.encodeStateAsUpdate(writer, vector);
  });
  frames.push(Y.encodeStateAsUpdate(writer));
  Y.applyUpdate(before, held);
  const elsewhere = updateOf(before, () => {
    for (let step = 0; step < 3; step += 1) writeSomething(before, random);
  });
  const server = docOf(held);
  return { server, held, author, elsewhere, frames, known: idsIn(server, random) };
}

function authorOf(client: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  return doc;
}

function updateOf(doc: Y.Doc, act: () => void): Uint8Array {
  const vector = Y.encodeStateVector(doc);
  act();
  return Y.encodeStateAsUpdate(doc, vector);
}

/** Some of what is there, and some of what is not. */
function idsIn(doc: Y.Doc, random: Random): readonly Y.ID[] {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
  const there = clocks.flatMap(([client, clock]) =>
    Array.from({ length: 12 }, () => Y.createID(client, random.below(clock))),
  );
  return [...there, Y.createID(author, 5000), Y.createID(77, 0), Y.createID(2 ** 32 - 1, 3)];
}

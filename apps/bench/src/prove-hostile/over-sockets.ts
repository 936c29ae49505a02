import { fileURLToPath } from "node:url";
import { findFreePort, type RunningChild, startChild } from "../measuring/child-process.ts";
import type { Latency } from "../measuring/latency.ts";
import type { Place } from "../measuring/place.ts";
import { type Spread, spreadOf } from "../measuring/spread.ts";
import { type Contender, createOpinions, onlyOf } from "../sync/contenders.ts";
import { type HostileFrame, hostileFrames } from "../sync/hostile-frames.ts";
import { isAdmitted } from "../sync/hostile.ts";
import { measurePropagation } from "../sync/propagation.ts";
import { attackDoor, doorAttacks } from "./doors.ts";

/** A lab server whose people write no faster than people may. */
export interface Besieged {
  readonly contender: Contender;
  readonly createPlace: () => Promise<Place>;
  readonly stop: () => Promise<void>;
}

const labServer = fileURLToPath(new URL("../sync/lab-server.ts", import.meta.url));
const flood = fileURLToPath(new URL("flood.ts", import.meta.url));

/** `complaints`: a file for what the server has to say about its visitors. */
export async function startBesieged(dataFolder: string, complaints: number): Promise<Besieged> {
  const port = await findFreePort();
  const environment = { PORT: String(port), CONSILIUM_DATA: dataFolder, LAB_HURRIES: "1" };
  const process = await startChild(labServer, environment, "ready", complaints);
  const createDocuments = (count: number) => createOpinions(port, count);
  return {
    contender: { name: "here", process, createDocuments },
    createPlace: async () => onlyOf(await createDocuments(1)),
    stop: process.stop,
  };
}

/** 21 bytes in the second format of Yjs that say they hold hundreds of millions of things. */
const bomb: HostileFrame = {
  name: "a bomb of the second format",
  bytes: () =>
    Uint8Array.from([
      0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff, 0x0f, 0xff, 0xff, 0xff, 0x7f, 0,
    ]),
};

/** What was taken, or ended otherwise than it must be. */
export async function attack({ contender, createPlace }: Besieged): Promise<readonly string[]> {
  const wrongs: string[] = [];
  for (const frame of [...hostileFrames, bomb])
    if (await isAdmitted(contender, frame)) wrongs.push(`“${frame.name}” was admitted`);
  for (const one of doorAttacks) {
    const code = await attackDoor(one, await createPlace());
    const isRight = one.endsWith ? code !== undefined && one.endsWith.includes(code) : code === undefined;
    if (!isRight) wrongs.push(`“${one.name}” at the door of ${one.door} ends with ${code ?? "nothing"}`);
  }
  return wrongs;
}

export interface Loop {
  /** Milliseconds. */
  readonly longest: number;
  readonly p99: number;
  /** MiB. */
  readonly memory: number;
}

export async function readLoop({ process }: Contender): Promise<Loop> {
  const [, longest, p99, memory] = (await process.tell("loop", "late")).split(" ").map(Number);
  return { longest: longest ?? Number.NaN, p99: p99 ?? Number.NaN, memory: memory ?? Number.NaN };
}

export interface Siege {
  /** Medians of the turns. */
  readonly quiet: Latency;
  readonly flooded: Latency;
  readonly quietLoop: Loop;
  readonly floodedLoop: Loop;
  /** Of the turns beside the flood: a key's p99, and the longest that the loop was late. */
  readonly spread: { readonly key: Spread; readonly late: Spread };
  /** Frames that the flood sent, and how often it was sent away. */
  readonly sent: number;
  readonly closed: number;
}

export interface SiegeWork {
  /** How often quiet and flooded keys take turns: one hiccup of the machine must not fall to one of them alone. */
  readonly turns: number;
  /** Of each turn. */
  readonly keys: number;
}

const between = 20;

/** An honest author and three readers, in turns alone and while hostile people pour into the same document. */
export async function besiege(
  { contender, createPlace }: Besieged,
  { turns, keys }: SiegeWork,
): Promise<Siege> {
  const work = { readers: 3, withCarets: false, keys, between };
  await measurePropagation(await createPlace(), work); // Whatever is done for the first time.
  await readLoop(contender);
  const all: Turn[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const quiet = await measurePropagation(await createPlace(), work);
    const quietLoop = await readLoop(contender);
    const place = await createPlace();
    const hostile = await startChild(flood, { PLACE: `${place.address}/${place.document}` }, "flooding");
    await readLoop(contender); // Its start is this machine's work, not the server's.
    const flooded = await measurePropagation(place, work);
    const floodedLoop = await readLoop(contender);
    const [sent, closed] = await countsOf(hostile);
    await hostile.stop();
    all.push({ quiet, flooded, quietLoop, floodedLoop, sent, closed });
  }
  return togetherOf(all);
}

type Turn = Omit<Siege, "spread">;

const togetherOf = (turns: readonly Turn[]): Siege => ({
  quiet: middleOf(turns.map(({ quiet }) => quiet)),
  flooded: middleOf(turns.map(({ flooded }) => flooded)),
  quietLoop: middleLoop(turns.map(({ quietLoop }) => quietLoop)),
  floodedLoop: middleLoop(turns.map(({ floodedLoop }) => floodedLoop)),
  spread: {
    key: spreadOf(turns.map(({ flooded }) => flooded.p99)),
    late: spreadOf(turns.map(({ floodedLoop }) => floodedLoop.longest)),
  },
  sent: turns.reduce((sum, { sent }) => sum + sent, 0),
  closed: turns.reduce((sum, { closed }) => sum + closed, 0),
});

const middleOf = (all: readonly Latency[]): Latency => ({
  p50: spreadOf(all.map(({ p50 }) => p50)).median,
  p99: spreadOf(all.map(({ p99 }) => p99)).median,
});

/** What the server itself does late it does in every turn; once in a while the machine is late. Memory is the most of all. */
const middleLoop = (loops: readonly Loop[]): Loop => ({
  longest: spreadOf(loops.map(({ longest }) => longest)).median,
  p99: spreadOf(loops.map(({ p99 }) => p99)).median,
  memory: spreadOf(loops.map(({ memory }) => memory)).most,
});

async function countsOf(hostile: RunningChild): Promise<readonly [number, number]> {
  const [, sent, closed] = (await hostile.tell("count", "sent")).split(" ").map(Number);
  return [sent ?? 0, closed ?? 0];
}

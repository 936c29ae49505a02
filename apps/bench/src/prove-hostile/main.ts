import { openSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDataFolder } from "../measuring/data-folder.ts";
import type { Spread } from "../measuring/spread.ts";
import { attack, besiege, readLoop, type Siege, startBesieged } from "./over-sockets.ts";
import { runMutantsOnEveryCore, type Tally } from "./run-mutants.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    frames: { type: "string", default: "1000000" },
    keys: { type: "string", default: "200" },
    turns: { type: "string", default: "11" },
  },
});
const seed = Number(values.seed);
const siegeWork = { turns: Number(values.turns), keys: Number(values.keys) };
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);
const progressEvery = 100_000;

/** MiB, milliseconds, and times the quiet value. */
const bounds = { growth: 256, late: 50, slower: 2 };

const mutants = await runMutantsOnEveryCore(seed, Number(values.frames), (done) => {
  if (done % progressEvery === 0) console.error(`${done} mutants, ${seconds()} s`);
});
const mutantSeconds = seconds();
const siege = siegeWork.turns > 0 ? await overSockets() : undefined;
report(mutants, siege);

async function overSockets() {
  const folder = createDataFolder();
  const besieged = await startBesieged(folder.path, openSync(join(folder.path, "complaints.log"), "a"));
  try {
    const before = await readLoop(besieged.contender);
    const wrongs = await attack(besieged);
    const measured = await besiege(besieged, siegeWork);
    const { memory } = measured.floodedLoop;
    return { ...measured, wrongs, growth: memory - before.memory };
  } finally {
    await besieged.stop();
    folder.remove();
  }
}

interface Seen extends Siege {
  readonly wrongs: readonly string[];
  /** MiB. */
  readonly growth: number;
}

function report({ fates, wrongs, slowest }: Tally, seen: Seen | undefined): void {
  console.log(`${"".padEnd(40)}${"admitted".padStart(10)}${"resync".padStart(10)}${"refused".padStart(10)}`);
  for (const [name, { admitted, resync, refused }] of [...fates].toSorted(([one], [other]) =>
    one.localeCompare(other),
  ))
    console.log(
      name.padEnd(40) + [admitted, resync, refused].map((count) => String(count).padStart(10)).join(""),
    );
  for (const wrong of [...wrongs, ...(seen?.wrongs ?? [])]) console.error(wrong);
  console.log(
    `mutants: ${wrongs.length} wrongly admitted, ${mutantSeconds} s, the slowest judged in ${slowest.toFixed(1)} ms`,
  );
  const missed = seen ? tellSiege(seen) : [];
  const figures = {
    seed,
    frames: Number(values.frames),
    seconds: mutantSeconds,
    fates: Object.fromEntries(fates),
    wrong: wrongs.length + (seen?.wrongs.length ?? 0),
    siege: seen,
    missed,
  };
  console.log(JSON.stringify({ proof: "hostile", ...figures }));
  process.exitCode = figures.wrong + missed.length === 0 ? 0 : 1;
}

/** The names of the bounds that were not kept. */
function tellSiege(seen: Seen): readonly string[] {
  const { quiet, flooded, quietLoop, floodedLoop, growth, spread, sent, closed } = seen;
  const lines = [
    ["growth", "the server's memory grew by, MiB", growth, bounds.growth],
    [
      "late",
      `its loop was late by ${rangeOf(spread.late)} ms at most, in the middle (quiet ${quietLoop.longest.toFixed(1)})`,
      floodedLoop.longest,
      bounds.late,
    ],
    [
      "slower",
      `a key's p99 beside the flood, ${rangeOf(spread.key)} ms, in the middle times the quiet ${quiet.p99.toFixed(1)}`,
      flooded.p99 / quiet.p99,
      bounds.slower,
    ],
  ] as const;
  console.log(`over sockets: ${seen.wrongs.length} attacks taken or ended otherwise than they must`);
  console.log(`the flood sent ${sent} frames and was sent away ${closed} times`);
  for (const [, words, value, bound] of lines)
    console.log(`${words}: ${value.toFixed(1)}, at most ${bound}${value > bound ? "  MISSED" : ""}`);
  return lines.filter(([, , value, bound]) => value > bound).map(([name]) => name);
}

function rangeOf({ least, most }: Spread): string {
  return `${least.toFixed(1)} to ${most.toFixed(1)}`;
}

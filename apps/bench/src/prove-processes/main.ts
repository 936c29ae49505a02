import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDataFolder } from "../measuring/data-folder.ts";
import { bounds, type Proof, proveProcesses, type Row } from "./prove.ts";
import { findRedis, startRedis } from "./redis.ts";
import { busKilled, hintsLost, processKilled, type Scene, undisturbed } from "./scenes.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, trials: { type: "string", default: "10" } },
});
const seed = Number(values.seed);
const trials = Number(values.trials);
const scenes: readonly (readonly [Scene, number])[] = [
  [undisturbed, 3],
  [hintsLost, 3],
  [busKilled, 3],
  [processKilled, trials],
];

process.setMaxListeners(30);
const ms = (time: number): string => (Number.isFinite(time) ? `${Math.round(time)} ms` : "never");
const pad = (cell: string, at: number): string => (at === 0 ? cell.padEnd(46) : cell.padStart(14));

const cells = (spread: Row["seen"]) => (spread ? [ms(spread.p50), ms(spread.most)] : ["", ""]);

const folder = createDataFolder();
const tell = (wrong: string) => console.error(`--seed ${seed}: ${wrong}`);
const began = Date.now();
const common = { scenes, words: 10, seed, tell };
const proofs: Proof[] = [
  await proveProcesses({ ...common, folder: join(folder.path, "notify"), redis: undefined }),
];
const program = findRedis();
if (program === undefined) console.log("Not tried, Redis: no redis-server was found.");
else {
  const redis = await startRedis(program);
  proofs.push(await proveProcesses({ ...common, folder: join(folder.path, "redis"), redis }));
}
folder.remove();
report();

function report(): void {
  const rows = proofs.flatMap((proof) => proof.rows);
  console.log(
    ["", "times", "caught up p50", "most", "presence p50", "most"].map((cell, at) => pad(cell, at)).join(""),
  );
  for (const row of rows)
    console.log(
      cellsOf(row)
        .map((cell, at) => pad(cell, at))
        .join(""),
    );
  const sum = (count: (proof: Proof) => number) => proofs.reduce((all, proof) => all + count(proof), 0);
  const written = sum((proof) => proof.written);
  const acknowledged = sum((proof) => proof.acknowledged);
  const wrong = sum(({ wrongs }) => wrongs.length);
  const late = sum((proof) => proof.late.length);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `${written} acts, ${acknowledged} acknowledged, in ${seconds} s; bounds ${bounds.caughtUp} and ${bounds.seen} ms; ${wrong} wrong, ${late} late`,
  );
  console.log(
    JSON.stringify({
      proof: "processes",
      seed,
      trials,
      seconds,
      written,
      acknowledged,
      wrong,
      late,
      bounds,
      rows,
    }),
  );
  process.exitCode = wrong + late === 0 ? 0 : 1;
}

function cellsOf({ bus, scene, times, caughtUp, seen }: Row): readonly string[] {
  return [`${bus}: ${scene}`, String(times), ...cells(caughtUp), ...cells(seen)];
}

import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDataFolder } from "../measuring/data-folder.ts";
import { serverKilled } from "../prove-durability/faults.ts";
import { prove } from "../prove-durability/prove.ts";
import { linesCut, linesHeld, rightsAskedAgain } from "./faults.ts";
import { runSchedulesOnEveryCore } from "./schedules.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    // A million steps of the model and more.
    schedules: { type: "string", default: "2200" },
    /** Of each fault, over real sockets. */
    trials: { type: "string", default: "5" },
  },
});
const seed = Number(values.seed);
const trials = Number(values.trials);
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);

const schedules = await runSchedulesOnEveryCore(seed, Number(values.schedules), (done, failed) =>
  console.error(`${done} schedules, ${failed} failed, ${seconds()} s`),
);
for (const { plan, wrongs } of schedules.failed)
  console.error(`--seed ${plan.seed} --schedules 1 --trials 0: ${wrongs.join("; ")}`);

const sockets = await overSockets();
report();

async function overSockets() {
  const faults = [linesCut, linesHeld, rightsAskedAgain, serverKilled].flatMap((fault) =>
    Array.from({ length: trials }, () => fault),
  );
  if (faults.length === 0) return undefined;
  process.setMaxListeners(30);
  const folder = createDataFolder();
  try {
    const places = { folder: join(folder.path, "trial"), complaints: join(folder.path, "server.log") };
    return await prove(places, faults, seed, (wrong) => console.error(`--seed ${seed}: ${wrong}`));
  } finally {
    folder.remove();
  }
}

function report(): void {
  const { tally, failed, count } = schedules;
  console.log(`simulated: ${count} schedules, ${failed.length} failed`);
  for (const [what, how] of Object.entries(tally))
    console.log(`  ${what.padEnd(12)}${how.toLocaleString("en").padStart(12)}`);
  for (const [name, row] of sockets?.rows ?? [])
    console.log(`over sockets: ${name.padEnd(50)}${row.times} times, ${row.wrong} wrong`);
  if (sockets) console.log(`  ${sockets.written} acts, ${sockets.acknowledged} acknowledged`);
  const figures = {
    seed,
    seconds: seconds(),
    schedules: count,
    failed: failed.map(({ plan }) => plan.seed),
    ...tally,
    sockets: sockets && {
      written: sockets.written,
      acknowledged: sockets.acknowledged,
      wrong: sockets.wrongs.length,
      faults: Object.fromEntries(sockets.rows),
    },
  };
  console.log(JSON.stringify({ proof: "convergence", ...figures }));
  const isRight = failed.length === 0 && (sockets?.wrongs.length ?? 0) === 0;
  process.exitCode = isRight ? 0 : 1;
}

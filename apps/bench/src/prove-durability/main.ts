import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDataFolder } from "../measuring/data-folder.ts";
import { browserKilled, proveBrowserKilled } from "./browser-killed.ts";
import {
  bothKilled,
  databaseFrozen,
  databaseKilled,
  databaseStopped,
  diskFull,
  type Fault,
  oneDocumentFails,
  pagesReloaded,
  serverKilled,
} from "./faults.ts";
import { type Proof, prove } from "./prove.ts";
import { createSmallDisk } from "./small-disk.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    trials: { type: "string", default: "30" },
    /** Part of the name of the faults to try. */
    only: { type: "string", default: "" },
  },
});
const seed = Number(values.seed);
const trials = Number(values.trials);
const times = (fault: Fault, count: number): Fault[] => Array.from({ length: count }, () => fault);
const faults = [
  ...times(serverKilled, trials),
  ...times(databaseKilled, 3),
  ...times(databaseStopped, 3),
  ...times(bothKilled, 2),
  ...times(pagesReloaded, 3),
  ...times(oneDocumentFails, 2),
  databaseFrozen,
];

const browsers = 3;

/** Servers, stock clients and folders all end with this process. */
process.setMaxListeners(30);
const folder = createDataFolder();
const disk = createSmallDisk(join(folder.path, "disk"));
if (typeof disk === "string") console.log(`Not tried, a full disk: ${disk}`);
const tell = (wrong: string) => console.error(`--seed ${seed}: ${wrong}`);
const began = Date.now();
const proofs: Proof[] = [];
await attempt(folder.path, faults);
if (typeof disk !== "string") {
  await attempt(disk.path, times(diskFull(disk), 2));
  disk.remove();
}
await killBrowsers();
folder.remove();
report();

async function killBrowsers(): Promise<void> {
  if (!browserKilled.includes(values.only)) return;
  const executable = process.env["CHROMIUM"];
  if (executable) proofs.push(await proveBrowserKilled(folder.path, executable, browsers, tell));
  else console.log("Not tried, a browser that is killed: no Chromium was found.");
}

async function attempt(path: string, all: readonly Fault[]): Promise<void> {
  const chosen = all.filter(({ name }) => name.includes(values.only));
  if (chosen.length > 0)
    proofs.push(
      await prove(
        { folder: join(path, "trial"), complaints: join(folder.path, "server.log") },
        chosen,
        seed,
        tell,
      ),
    );
}

function report(): void {
  const rows = proofs.flatMap((proof) => [...proof.rows]);
  console.log(`${"".padEnd(50)}${"times".padStart(7)}${"wrong".padStart(7)}${"ms each".padStart(9)}`);
  for (const [name, row] of rows) {
    const each = Math.round(row.milliseconds / row.times);
    console.log(
      `${name.padEnd(50)}${String(row.times).padStart(7)}${String(row.wrong).padStart(7)}${String(each).padStart(9)}`,
    );
  }
  const sum = (count: (proof: Proof) => number) => proofs.reduce((all, proof) => all + count(proof), 0);
  const written = sum((proof) => proof.written);
  const acknowledged = sum((proof) => proof.acknowledged);
  const wrong = sum(({ wrongs }) => wrongs.length);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`${written} acts, ${acknowledged} acknowledged, in ${seconds} s; ${wrong} wrong`);
  const figures = { seed, trials, seconds, written, acknowledged, wrong, faults: Object.fromEntries(rows) };
  console.log(JSON.stringify({ proof: "durability", ...figures }));
  process.exitCode = wrong === 0 ? 0 : 1;
}

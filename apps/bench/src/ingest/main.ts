// What it costs to take files in: `npm run bench -- ingest [--rounds 5] [--only ct,fhir,slide,kill,hostile]`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createDataFolder } from "../measuring/data-folder.ts";
import { type Figure, printFigures } from "../measuring/figures.ts";
import { defaultSizes, parts, sharedServer } from "./parts.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    /** Names of parts. */
    only: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const wanted = values.only?.split(",") ?? Object.keys(parts);
const chosen = Object.entries(parts).filter(([name]) => wanted.includes(name));
if (chosen.length < wanted.length || !(rounds > 0)) {
  console.error(`npm run bench -- ingest [--rounds 5] [--only ${Object.keys(parts).join(",")}]`);
  process.exit(2);
}

/** Servers and folders all end with this process. */
process.setMaxListeners(30);
const folder = createDataFolder();
const { server, stop } = sharedServer(join(folder.path, "data"));
const figures: Figure[] = [];
const failed: string[] = [];
const wrong: string[] = [];
let facts: Readonly<Record<string, unknown>> = { rounds };
for (const [name, measure] of chosen) {
  const began = Date.now();
  try {
    const measured = await measure({ server, folder: folder.path, rounds, sizes: defaultSizes });
    figures.push(...measured.figures);
    wrong.push(...measured.wrong);
    facts = { ...facts, ...measured.facts };
  } catch (cause) {
    // The other parts took minutes: what they gave is printed all the same.
    console.error(`${name} failed:`, cause);
    failed.push(name);
  }
  console.error(`${name}: ${Math.round((Date.now() - began) / 1000)} s`);
}
await stop();
printFigures("ingest", figures, { ...facts, failed, wrong });
folder.remove();
process.exitCode = failed.length + wrong.length === 0 ? 0 : 1;

import { parseArgs } from "node:util";
import { type Configuration, defects, endless, full, quick } from "./configurations.ts";
import { type Aim, search, whyNoSearch } from "./search.ts";

/** `--only`: part of a name. */
const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });

const why = whyNoSearch();
if (why !== undefined) {
  console.error(`The model cannot be checked here: ${why}.`);
  process.exit(2);
}
const began = Date.now();
const wrong: string[] = [];
const searches = [
  ...searchAll([...quick, ...full], "every state", (errors) => errors === 0),
  ...searchAll(endless, "cycles", (errors) => errors === 0),
  ...searchAll(defects, "a defect", (errors) => errors > 0),
];
const seconds = Math.round((Date.now() - began) / 1000);
const states = searches.reduce((sum, one) => sum + one.states, 0);
console.log(
  `${searches.length} searches, ${states.toLocaleString("en")} states in ${seconds} s, ${wrong.length} wrong`,
);
console.log(JSON.stringify({ proof: "model", seconds, states, wrong, searches }));
process.exitCode = wrong.length === 0 ? 0 : 1;

function searchAll(configurations: readonly Configuration[], aim: Aim, isRight: (errors: number) => boolean) {
  return configurations
    .filter(({ name }) => name.includes(values.only))
    .map((configuration) => {
      const found = search(configuration, aim);
      const verdict = isRight(found.errors) ? "" : "WRONG";
      if (verdict) wrong.push(`${found.name}: ${found.violated ?? "nothing was found"}`);
      const [counted, took] = [found.states.toLocaleString("en"), `${found.seconds.toFixed(1)} s`];
      console.log(`${found.name.padEnd(56)}${counted.padStart(12)} states${took.padStart(9)}  ${verdict}`);
      return found;
    });
}

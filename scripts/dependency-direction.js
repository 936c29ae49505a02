// Imports go downwards only. pnpm links nothing that a package.json does not name, `exports` closes deep imports and
// oxlint bars paths that leave a package, so the arrows between the package.json files are all the arrows there are.
import { globSync, readFileSync } from "node:fs";

const layers = [
  ["@consilium/foundation", "@consilium/language"],
  ["@consilium/clinical"],
  ["@consilium/conference", "@consilium/interchange", "@consilium/record-files", "@consilium/workspace"],
  [
    "@consilium/record-import",
    "@consilium/conference-server",
    "@consilium/report",
    "@consilium/workspace-server",
    "@consilium/workspace-client",
  ],
  ["@consilium/conference-client", "@consilium/database", "@consilium/exchange"],
  ["@consilium/server"],
  ["@consilium/web"],
  ["@consilium/e2e"],
  // Its pages are opened by the browser of the journeys.
  ["@consilium/bench"],
];

const heights = new Map(layers.flatMap((names, height) => names.map((name) => [name, height])));
const refusals = [];

for (const file of globSync("{packages,apps}/*/package.json")) {
  const { name, dependencies, devDependencies } = JSON.parse(readFileSync(file, "utf8"));
  const height = heights.get(name);
  if (height === undefined) refusals.push(`${name} has no layer`);
  for (const target of Object.keys({ ...dependencies, ...devDependencies })) {
    if (!target.startsWith("@consilium/")) continue;
    if (!(heights.get(target) < height)) refusals.push(`${name} must not import ${target}`);
  }
}

for (const refusal of refusals) console.error(refusal);
process.exitCode = refusals.length > 0 ? 1 : 0;

import { install, run } from "./workspace.js";

const benchmarks = ["sync", "web"];
const [which = "", ...options] = process.argv.slice(2);
if (!benchmarks.includes(which)) {
  console.error(`npm run bench -- ${benchmarks.join("|")}`);
  process.exit(2);
}
await install();
await run("vite", ["build", "apps/web", "--logLevel", "warn"]);
await run("node", [`apps/bench/src/${which}/main.ts`, ...options]);

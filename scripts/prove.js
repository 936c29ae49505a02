import { buildWeb } from "./build-web.js";
import { installChromium } from "./chromium.js";
import { installTools } from "./debian.js";
import { install, run } from "./workspace.js";

const proofs = ["anchors", "convergence", "durability", "hostile", "model", "processes"];
const [which = "", ...options] = process.argv.slice(2);
if (!proofs.includes(which)) {
  console.error(
    `npm run prove -- ${proofs.join("|")} [--seed n] [--minutes n] [--trials n] [--schedules n] [--frames n]`,
  );
  process.exit(2);
}
await install();
if (which === "model" || which === "processes") installTools();
// One of its faults is a browser that is killed.
const chromium = which === "durability" ? installChromium() : undefined;
if (chromium) await buildWeb();
await run("node", [`apps/bench/src/prove-${which}/main.ts`, ...options], chromium && { CHROMIUM: chromium });

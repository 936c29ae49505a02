import { buildWeb } from "./build-web.js";
import { installChromium } from "./chromium.js";
import { prepareMedia } from "./media.js";
import { install, run } from "./workspace.js";

const benchmarks = ["history", "ingest", "media", "report", "sync", "web", "writing"];
const [which = "", ...options] = process.argv.slice(2);
if (!benchmarks.includes(which)) {
  console.error(`npm run bench -- ${benchmarks.join("|")}`);
  process.exit(2);
}
await install();
const needsBrowser = ["media", "report", "web"].includes(which);
const chromium = needsBrowser ? installChromium() : undefined;
if (needsBrowser && !chromium) {
  console.error("No Chromium was found: install it, or name one in CHROMIUM.");
  process.exit(2);
}
if (which === "media") await prepareMedia();
if (!["history", "report", "writing"].includes(which)) await buildWeb();
await run("node", [`apps/bench/src/${which}/main.ts`, ...options], chromium && { CHROMIUM: chromium });

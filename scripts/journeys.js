import { parseArgs } from "node:util";
import { buildWeb } from "./build-web.js";
import { installChromium } from "./chromium.js";
import { prepareMedia } from "./media.js";
import { install, run } from "./workspace.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: "string", default: "1" } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  console.error("npm run journeys -- [--times 10] [names]");
  process.exit(2);
}
await install();
const chromium = installChromium();
if (!chromium) {
  console.error("No Chromium was found: install it, or name one in CHROMIUM.");
  process.exit(2);
}
await prepareMedia();
await buildWeb();
// The first that is red ends it: a journey that fails now and then is not green.
for (let time = 1; time <= times; time += 1) {
  console.log(`Time ${time} of ${times}.`);
  await run("vitest", ["run", "--project", "e2e", ...positionals], {
    NO_COLOR: "1",
    FORCE_COLOR: "0",
    JOURNEYS: "all",
    CHROMIUM: chromium,
  });
}

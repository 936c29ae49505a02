// What video costs: `npm run bench -- media [--joins 20] [--kills 5] [--seconds 10] [--steps 60] [--scrolls 20]
// [--starts 5] [--only starts,joins,kills,forwarding,network,following]`.
import { parseArgs } from "node:util";
import { lookForWorker } from "@consilium/conference-server/mediasoup";
import { fakeDevices, launch } from "@consilium/e2e/chromium";
import { printFigures } from "../measuring/figures.ts";
import { measureFollowing } from "./following.ts";
import { measureForwarding } from "./forwarding.ts";
import { measureJoins } from "./joins.ts";
import { measureKills } from "./kills.ts";
import { measureNetwork } from "./network.ts";
import { measureStarts } from "./starts.ts";

const parts = ["starts", "joins", "kills", "forwarding", "network", "following"] as const;
const { values } = parseArgs({
  options: {
    joins: { type: "string", default: "20" },
    kills: { type: "string", default: "5" },
    /** Of each measurement that goes on for a while. */
    seconds: { type: "string", default: "10" },
    /** Slices that somebody follows one by one, and times that a key is held. */
    steps: { type: "string", default: "60" },
    scrolls: { type: "string", default: "20" },
    starts: { type: "string", default: "5" },
    only: { type: "string", default: parts.join(",") },
  },
});
const isWanted = (part: (typeof parts)[number]): boolean => values.only.split(",").includes(part);
const joins = Number(values.joins);
const kills = Number(values.kills);
const starts = Number(values.starts);
const seconds = Number(values.seconds);
const steps = Number(values.steps);
const scrolls = Number(values.scrolls);

const program = await lookForWorker(({ because }) => console.error(because), new AbortController().signal);
const figures = [];
if (isWanted("starts")) figures.push(...(await measureStarts(starts)));
// Without browsers first: nothing else runs then.
if (isWanted("forwarding")) figures.push(...(await measureForwarding(program, seconds)));
if (isWanted("joins") || isWanted("kills") || isWanted("following")) {
  const browser = await launch(fakeDevices);
  try {
    if (isWanted("joins")) figures.push(...(await measureJoins(browser, program, joins)));
    if (isWanted("kills")) figures.push(...(await measureKills(browser, program, kills)));
    if (isWanted("following")) figures.push(...(await measureFollowing(browser, { steps, scrolls })));
  } finally {
    await browser.close();
  }
}
if (isWanted("network")) figures.push(...(await measureNetwork(program, seconds)));
printFigures("media", figures, { starts, joins, kills, seconds, steps, scrolls });

// What a signed opinion costs: `npm run bench -- report [--pages 60] [--rounds 5] [--flips 10000] [--readers 1000] [--only recall|file]`.
import { parseArgs } from "node:util";
import { launch } from "@consilium/e2e/chromium";
import { buildReport } from "@consilium/report";
import { longInput } from "@consilium/report/testing";
import type { Browser } from "playwright-core";
import { printFigures } from "../measuring/figures.ts";
import { measureFile } from "./measure-file.ts";
import { measureForms } from "./measure-forms.ts";
import { measureRecall } from "./measure-recall.ts";
import { measureWriting } from "./measure-writing.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "60" },
    rounds: { type: "string", default: "5" },
    flips: { type: "string", default: "10000" },
    readers: { type: "string", default: "1000" },
    /** `recall`, `file`: nothing else. */
    only: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const flips = Number(values.flips);
const readers = Number(values.readers);

const input = longInput(Number(values.pages));

if (values.only === "recall") printFigures("report", await measureRecall(readers), { readers });
else if (values.only === "file")
  await inBrowser(async (browser) =>
    printFigures("report", await measureFile(browser, input, { rounds, flips }), { rounds, flips }),
  );
else await inBrowser(measureAll);

async function inBrowser(measure: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launch();
  try {
    await measure(browser);
  } finally {
    await browser.close();
  }
}

async function measureAll(browser: Browser): Promise<void> {
  const forms = await measureForms(buildReport(input), () => buildReport(input), rounds);
  const figures = [
    ...forms.figures,
    ...measureWriting(input, rounds),
    ...(await measureFile(browser, input, { rounds, flips })),
    ...(await measureRecall(readers)),
  ];
  printFigures("report", figures, { ...forms.facts, rounds, flips, readers });
}

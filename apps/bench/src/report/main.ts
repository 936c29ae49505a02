// What a signed opinion costs: `npm run bench -- report [--pages 60] [--rounds 5] [--flips 500]`.
import { parseArgs } from "node:util";
import { launch } from "@consilium/e2e/chromium";
import { buildReport } from "@consilium/report";
import { longInput } from "@consilium/report/testing";
import { printFigures } from "../measuring/figures.ts";
import { measureFile } from "./measure-file.ts";
import { measureForms } from "./measure-forms.ts";
import { measureWriting } from "./measure-writing.ts";

const { values } = parseArgs({
  options: {
    pages: { type: "string", default: "60" },
    rounds: { type: "string", default: "5" },
    flips: { type: "string", default: "500" },
  },
});
const rounds = Number(values.rounds);
const flips = Number(values.flips);
const input = longInput(Number(values.pages));

const browser = await launch();
try {
  const forms = await measureForms(buildReport(input), () => buildReport(input), rounds);
  const figures = [
    ...forms.figures,
    ...measureWriting(input, rounds),
    ...(await measureFile(browser, input, { rounds, flips })),
  ];
  printFigures("report", figures, { ...forms.facts, rounds, flips });
} finally {
  await browser.close();
}

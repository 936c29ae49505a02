import { parseArgs } from "node:util";
import { launch } from "@consilium/e2e/chromium";
import { createDataFolder } from "../measuring/data-folder.ts";
import { startDemoServer } from "../measuring/demo-server.ts";
import { printFigures } from "../measuring/figures.ts";
import { measurePages } from "./measure-pages.ts";
import { measureSlide } from "./measure-slide.ts";
import { measureStudy } from "./measure-study.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    keys: { type: "string", default: "100" },
    threads: { type: "string", default: "200" },
    characters: { type: "string", default: "1000000" },
    slices: { type: "string", default: "300" },
    /** `pages`, `study` or `slide`. */
    only: { type: "string" },
  },
});

const folder = createDataFolder();
const server = await startDemoServer(folder.path);
const browser = await launch();
const isWanted = (part: string) => values.only === undefined || values.only === part;
const rounds = Number(values.rounds);
const nothing = { figures: [], facts: { rounds } };
try {
  const pages = isWanted("pages")
    ? await measurePages(server, browser, {
        rounds,
        keys: Number(values.keys),
        threads: Number(values.threads),
        characters: Number(values.characters),
      })
    : nothing;
  const ct = { slices: Number(values.slices), side: 512 };
  const study = isWanted("study")
    ? await measureStudy(server, browser, folder.path, { rounds, ct, steps: 100, marks: 15 })
    : [];
  const slide = isWanted("slide")
    ? await measureSlide(server, browser, folder.path, { rounds, width: 20_000, height: 20_000 })
    : [];
  printFigures("web", [...pages.figures, ...study, ...slide], { ...pages.facts, ...ct });
} finally {
  await browser.close();
  await server.stop();
  folder.remove();
}

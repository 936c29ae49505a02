import { parseArgs } from "node:util";
import { launch } from "@consilium/e2e/chromium";
import { createDataFolder } from "../measuring/data-folder.ts";
import { startDemoServer } from "../measuring/demo-server.ts";
import { printFigures } from "../measuring/figures.ts";
import { measurePages } from "./measure-pages.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    keys: { type: "string", default: "100" },
    threads: { type: "string", default: "200" },
    characters: { type: "string", default: "1000000" },
  },
});

const folder = createDataFolder();
const server = await startDemoServer(folder.path);
const browser = await launch();
try {
  const { figures, facts } = await measurePages(server, browser, {
    rounds: Number(values.rounds),
    keys: Number(values.keys),
    threads: Number(values.threads),
    characters: Number(values.characters),
  });
  printFigures("web", figures, facts);
} finally {
  await browser.close();
  await server.stop();
  folder.remove();
}

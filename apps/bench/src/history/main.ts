// What a document's past costs after a busy month: `npm run bench -- history [--rows 300000] [--rounds 5]`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createCaseKeys, createDocumentLog, openDatabase } from "@consilium/database";
import { createDocumentHistories } from "@consilium/server/history";
import { activity, difference, encodeCheckpoint, timeline } from "@consilium/workspace";
import { createDataFolder } from "../measuring/data-folder.ts";
import { type Figure, printFigures } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { startDatabase } from "../prove-durability/database.ts";
import { appendTrace } from "../sync/append-trace.ts";
import { writeTrace } from "../sync/editing-trace.ts";
import { createLab, labMasterKey } from "../sync/lab-case.ts";

const { values } = parseArgs({
  options: { rows: { type: "string", default: "300000" }, rounds: { type: "string", default: "5" } },
});
const rows = Number(values.rows);
const rounds = Number(values.rounds);
/** As many as may lie behind the newest checkpoint. */
const behind = 1999;

/** A month of five people: 200 keys in a row, and half an hour later the next 200. */
const inOneGo = 200;
const begin = Date.UTC(2026, 9, 28);
const timeOf = (row: number): Date =>
  new Date(begin + Math.floor(row / inOneGo) * 1_700_000 + (row % inOneGo) * 400);

const folder = createDataFolder();
const database = await startDatabase(join(folder.path, "database"));
const open = await openDatabase(database.url);
try {
  const keys = createCaseKeys({ pool: open.pool, masterKey: labMasterKey });
  const [document] = await (await createLab(open.database, keys)).createOpinions(1);
  if (!document) throw new Error("The lab made no document.");
  const log = createDocumentLog({ open, keys });
  const { updates } = writeTrace(rows + behind);
  await appendTrace(log, document, updates.slice(0, rows), timeOf);
  // As a server that has just started.
  const openHistory = () => createDocumentHistories({ open, keys, now: () => new Date() }).of(document);
  const first = await timed(openHistory);
  await appendTrace(log, document, updates.slice(rows, rows + behind), (row) => timeOf(rows + row));
  const openings: number[] = [];
  for (let round = 0; round < rounds; round += 1) openings.push((await timed(openHistory)).took);
  const history = (await timed(openHistory)).value;
  const end = history.sequence();
  const figure = async (
    name: string,
    words: string,
    act: () => unknown,
    atMost?: number,
  ): Promise<Figure> => {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push((await timed(act)).took);
    return { name, words, unit: "ms", ours: spreadOf(times), ...(atMost && { target: { atMost } }) };
  };
  const between = (from: number) => () => difference(history, from, end, { section: "summary" });
  const name = (what: string) => `${what} of ${end.toLocaleString("en")} rows`;
  printFigures(
    "history",
    [
      { name: "first", words: name("opening from the log"), unit: "ms", ours: spreadOf([first.took]) },
      {
        name: "open",
        words: name("opening from a checkpoint"),
        unit: "ms",
        ours: spreadOf(openings),
        target: { atMost: 1000 },
      },
      await figure("difference-all", "difference, start to end", between(0), 300),
      await figure("difference-half", "difference, half to end", between(Math.floor(end / 2)), 300),
      await figure("difference-day", "difference, the last 10,000 rows", between(end - 10_000), 300),
      await figure("timeline", "a page of 50 steps", () => timeline(history, { limit: 50 })),
      await figure("bars", "80 bars", () => activity(history, { bars: 80 })),
    ],
    { rows: end, rounds, checkpoint: encodeCheckpoint(history).length },
  );
} finally {
  await open.close();
  await database.close();
  folder.remove();
}

async function timed<T>(act: () => T | Promise<T>): Promise<{ readonly took: number; readonly value: T }> {
  const began = performance.now();
  const value = await act();
  return { took: performance.now() - began, value };
}

import { parseArgs } from "node:util";
import { createDataFolder } from "../measuring/data-folder.ts";
import { printFigures } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { compareKeystrokes } from "./compare-keystrokes.ts";
import { compareThroughput } from "./compare-throughput.ts";
import { measureGate } from "./gate-cost.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    keys: { type: "string", default: "120" },
    documents: { type: "string", default: "100" },
    "keys-a-document": { type: "string", default: "400" },
  },
});
const rounds = Number(values.rounds);

const folder = createDataFolder();
try {
  const keystrokes = await compareKeystrokes(`${folder.path}/demo`, { rounds, keys: Number(values.keys) });
  const throughput = await compareThroughput(`${folder.path}/lab`, {
    rounds,
    documents: Number(values.documents),
    keys: Number(values["keys-a-document"]),
  });
  const gate = Array.from({ length: rounds }, () => measureGate({ paragraphs: 8000, authors: 5 }));
  printFigures(
    "sync",
    [
      ...keystrokes.figures,
      ...throughput,
      {
        name: "gate",
        words: "the gate, a key in 8,000 paragraphs",
        unit: "µs",
        ours: spreadOf(gate),
        target: { atMost: 10 },
      },
    ],
    { rounds, fsync: keystrokes.fsync, database: keystrokes.database },
  );
} finally {
  folder.remove();
}

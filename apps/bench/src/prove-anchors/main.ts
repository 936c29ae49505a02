import { parseArgs } from "node:util";
import { reportOn } from "./report.ts";
import { handsOf, runTrial, type Observation } from "./trial.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    trials: { type: "string", default: "150" },
    edits: { type: "string", default: "12" },
  },
});
const seed = Number(values.seed);
const trials = Number(values.trials);
const edits = Number(values.edits);
const anchors = 25;

const seen: Observation[] = [];
for (let trial = 0; trial < trials; trial += 1) {
  const observed = runTrial(seed + trial, anchors, edits, handsOf(seed + trial));
  seen.push(...observed);
  for (const { edit, step, verdict, before, words } of observed)
    if (verdict === "misplaced" && before !== "misplaced")
      console.error(
        `misplaced: --seed ${seed + trial} --trials 1, edit ${step} (${edit}): ${JSON.stringify(words)}`,
      );
}

const { rows, ...totals } = reportOn(seen, anchors);
console.log(`${"edit".padEnd(26)}${"times".padStart(7)}${"lost".padStart(7)}${"misplaced".padStart(11)}`);
for (const { edit, times, lost, misplaced } of rows)
  console.log(
    `${edit.padEnd(26)}${String(times).padStart(7)}${String(lost).padStart(7)}${String(misplaced).padStart(11)}`,
  );
console.log(
  `after ${edits} edits: ${totals.standing} of ${totals.anchors} anchors whose words stand somewhere whole, ${totals.found} found there`,
);
console.log(JSON.stringify({ proof: "anchors", seed, trials, edits, ...totals }));
process.exitCode = totals.failed === 0 ? 0 : 1;

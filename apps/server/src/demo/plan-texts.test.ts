import { formatDocumentName } from "@consilium/clinical";
import { expect, test } from "vitest";
import { castOf } from "./cast.ts";
import { planTexts } from "./plan-texts.ts";
import { readDemoCase, demoCaseNames } from "./read-content.ts";
import { planRecords } from "./records.ts";
import { rowsOf } from "./writing.ts";

test.each(demoCaseNames)("x %s", async (name) => {
  const c = readDemoCase(name, "2026-11-24");
  const cast = castOf(c, "2026-11-24");
  const t0 = performance.now();
  const t = await planTexts(c, cast, planRecords(c, "2026-11-24"));
  console.log(name, performance.now() - t0);
  for (const d of [t.opinion, ...t.documents, ...t.layers])
    console.log(
      formatDocumentName(d.name),
      rowsOf(d).length,
      rowsOf(d).reduce((n, r) => n + r.bytes.length, 0),
      rowsOf(d).at(0)?.at.toISOString(),
      rowsOf(d).at(-1)?.at.toISOString(),
    );
  expect(1).toBe(1);
});

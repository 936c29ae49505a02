/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { columns } from "./columns.ts";
import { commands } from "./command-access.ts";
import { matrix } from "./matrix.ts";
import { tableBelow } from "./testing/rights-page.ts";

const page = readFileSync(new URL("../../../../docs/rights.md", import.meta.url), "utf8");

test("docs/rights.md and the table in the code say the same of every document and role", () => {
  const { head, rows } = tableBelow(page, "Documents");
  expect(head.slice(1)).toEqual([...columns]);
  const said = Object.fromEntries(
    rows.map(([name = "", ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, at) => [columns[at], cell])),
    ]),
  );
  expect(said).toEqual(matrix);
});

test("docs/rights.md names every command, and no other", () => {
  expect(tableBelow(page, "Commands").rows.map(([name]) => name)).toEqual([...commands]);
});

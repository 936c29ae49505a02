/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { columns } from "./columns.ts";
import { commands } from "./command-access.ts";
import { matrix } from "./matrix.ts";

const page = readFileSync(new URL("../../../../docs/rights.md", import.meta.url), "utf8");

/** The rows of the table below a heading, without its head. */
function tableBelow(heading: string): string[][] {
  const [, section = ""] = page.split(`## ${heading}\n`);
  const lines = section.split("\n## ")[0]?.split("\n") ?? [];
  return lines
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

test("docs/rights.md and the table in the code say the same of every document and role", () => {
  const [head = [], , ...rows] = tableBelow("Documents");
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
  const [, , ...rows] = tableBelow("Commands");
  expect(rows.map(([name]) => name)).toEqual([...commands]);
});

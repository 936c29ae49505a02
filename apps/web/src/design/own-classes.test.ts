import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Once a page has been seen, its style sheets stay: a class that two of them style looks different afterwards. */
test("a class is styled by one style sheet, wherever it stands alone", () => {
  const sheets = new Map<string, Set<string>>();
  for (const path of globSync("apps/web/src/**/*.css"))
    for (const name of classesAlone(readFileSync(path, "utf8")))
      sheets.set(name, (sheets.get(name) ?? new Set()).add(path));
  expect(sheets.size).toBeGreaterThan(100);
  expect([...sheets].filter(([, styledBy]) => styledBy.size > 1)).toEqual([]);
});

function classesAlone(sheet: string): readonly string[] {
  const rules = sheet.replaceAll(/\/\*[^]*?\*\//g, "").matchAll(/([^{}]+)\{/g);
  return [...rules]
    .flatMap(([, selectors = ""]) => selectors.split(","))
    .flatMap((selector) => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? []);
}

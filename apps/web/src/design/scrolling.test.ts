import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What is hidden for the eye alone is placed: where the scrolling room does not hold it, it makes the page longer than the window. */
test("what scrolls holds what is placed in it", () => {
  const scrolling = globSync("apps/web/src/**/*.css").flatMap((path) => {
    const rules = rulesOf(readFileSync(path, "utf8"));
    const placed = new Set(
      rules.filter(({ body }) => places.test(body)).flatMap(({ selectors }) => selectors),
    );
    return rules
      .filter(({ body }) => scrolls.test(body))
      .flatMap(({ selectors }) => selectors)
      .map((selector) => ({ at: `${path} ${selector}`, isPlaced: placed.has(selector) }));
  });
  expect(scrolling.length).toBeGreaterThan(10);
  expect(scrolling.filter(({ isPlaced }) => !isPlaced).map(({ at }) => at)).toEqual([]);
});

const scrolls = /overflow(-[a-z]+)?:[^;]*\b(auto|scroll)\b/;
const places = /position: (relative|absolute|fixed|sticky)/;

function rulesOf(sheet: string): readonly { readonly selectors: readonly string[]; readonly body: string }[] {
  const rules = sheet.replaceAll(/\/\*[^]*?\*\//g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules].map(([, selectors = "", body = ""]) => ({
    selectors: selectors.split(/,(?![^()]*\))/).map((selector) => selector.trim()),
    body,
  }));
}

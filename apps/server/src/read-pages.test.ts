import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readPages } from "./read-pages.ts";

const page = '<head><script type="module" src="/assets/app-1.js"></script></head>';

function build(manifest: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "consilium-pages-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, "index.html"), page);
  writeFileSync(join(folder, ".vite/manifest.json"), JSON.stringify(manifest));
  return folder;
}

test("a case's page names what its scripts need and the app has not, each once, and every other page does not", () => {
  const folder = build({
    _app: { file: "assets/app-1.js", imports: ["_shared"] },
    _shared: { file: "assets/shared-1.js", imports: ["_app"] },
    _case: { file: "assets/case-1.js", imports: ["_app", "_shared"] },
    "src/case/case-page.tsx": { file: "assets/case-page-1.js", imports: ["_case", "_shared"] },
  });
  const pages = readPages(folder);
  expect(pages.page).toBe(page);
  expect(
    [...pages.casePage.matchAll(/rel="modulepreload".*? href="([^"]+)"/g)].map(([, href]) => href),
  ).toEqual(["/assets/shared-1.js", "/assets/case-1.js", "/assets/case-page-1.js"]);
});

test("a build without the page of a case is no build", () => {
  expect(() => readPages(build({ _app: { file: "assets/app-1.js" } }))).toThrow("src/case/case-page.tsx");
});

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run } from "./workspace.js";

const pages = join(root, "apps/web/dist");
/** Not in `dist`, which Vite empties. */
const builtFrom = join(root, "apps/web/.cache/pages-built-from");

/** Builds the pages, unless those that stand there were built from exactly these sources. */
export async function buildWeb() {
  const sources = digestSources();
  if (
    existsSync(join(pages, "index.html")) &&
    existsSync(builtFrom) &&
    readFileSync(builtFrom, "utf8") === sources
  )
    return;
  // A build that is cut short leaves no pages that pass for whole ones.
  rmSync(builtFrom, { force: true });
  console.log("Building the pages.");
  await run("vite", ["build", "apps/web", "--logLevel", "warn"]);
  mkdirSync(dirname(builtFrom), { recursive: true });
  writeFileSync(builtFrom, sources);
}

/** Of every file the pages can be made of: their own, the packages', and the libraries' versions and patches. */
function digestSources() {
  const digest = createHash("sha256");
  const add = (path) =>
    digest
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  for (const file of ["package.json", "pnpm-lock.yaml", "tsconfig.base.json"]) add(file);
  for (const folder of ["apps/web", "packages", "patches"]) for (const file of filesUnder(folder)) add(file);
  return digest.digest("hex");
}

/** Paths below a folder, in a fixed order; what is made or installed there is left out, and tests. */
function filesUnder(folder) {
  const files = [];
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith(".") || ["node_modules", "dist"].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesUnder(path));
    else if (!/\.(test\.tsx?|tsbuildinfo)$/.test(entry.name)) files.push(path);
  }
  return files.toSorted((one, other) => (one < other ? -1 : 1));
}

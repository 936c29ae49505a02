import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { patch } from "./recipe.ts";
import { findSources } from "./sources.ts";

const installed = join(dirname(fileURLToPath(import.meta.resolve("mediasoup"))), "../..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "consilium-worker-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A package as the installed one, without what only a compiler needs; `change` goes over the worker's own build. */
function packageWith(change: (build: string) => string, version?: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ ...Object(manifest), ...(version !== undefined && { version }) }),
  );
  const worker = join(folder, "worker");
  mkdirSync(join(worker, "deps"), { recursive: true });
  cpSync(join(installed, "worker/src"), join(worker, "src"), { recursive: true });
  cpSync(join(installed, "worker/deps/libwebrtc"), join(worker, "deps/libwebrtc"), { recursive: true });
  writeFileSync(
    join(worker, "meson.build"),
    change(readFileSync(join(installed, "worker/meson.build"), "utf8")),
  );
  return folder;
}

test("the sources of the installed package are found, with those that estimate what a line carries", () => {
  const sources = findSources(installed);
  expect(sources).toHaveLength(258);
  expect(new Set(sources).size).toBe(258);
  expect(sources).toContain("src/main.cpp");
  expect(sources.some((source) => source.startsWith("deps/libwebrtc/"))).toBe(true);
  // The line that has to be mended stands there once.
  expect(readFileSync(join(installed, "worker", patch.file), "utf8").split(patch.from)).toHaveLength(2);
});

test.for([
  ["of another version", (build: string) => build, "4.0.0", /mediasoup is 4\.0\.0/],
  [
    "whose list has another name",
    (build: string) => build.replace("common_sources = [", "sources = ["),
    undefined,
    /not known/,
  ],
  [
    "that adds sources elsewhere",
    (build: string) => `${build}\ncommon_sources += ['src/more.cpp']\n`,
    undefined,
    /not known/,
  ],
  [
    "that names a file which is not there",
    (build: string) => build.replace("common_sources = [\n", "common_sources = [\n  'src/none.cpp',\n"),
    undefined,
    /src\/none\.cpp/,
  ],
] as const)("a package %s is not built by guessing", ([, change, version, sentence]) => {
  expect(() => findSources(packageWith(change, version))).toThrow(sentence);
});

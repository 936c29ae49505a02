import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CannotBuild, triedVersion } from "./recipe.ts";

/** The worker's sources as its own build names them, relative to `worker`. Throws `CannotBuild` on any doubt. */
export function findSources(packageFolder: string): readonly string[] {
  const { version }: { version?: unknown } = JSON.parse(
    readFileSync(join(packageFolder, "package.json"), "utf8"),
  );
  if (version !== triedVersion)
    throw new CannotBuild(`mediasoup is ${String(version)}; building it was tried with ${triedVersion}.`);
  const worker = join(packageFolder, "worker");
  const build = readFileSync(join(worker, "meson.build"), "utf8");
  const estimators = readFileSync(join(worker, "deps/libwebrtc/meson.build"), "utf8");
  const sources = [
    ...namesIn(build, /^common_sources = \[\n([\s\S]*?)^\]/m),
    "src/main.cpp",
    // Without them the worker has no congestion control, and never sends the best layer.
    ...namesIn(build, /if not get_option\('ms_use_builtin_bwe'\)\n\s+common_sources \+= \[([\s\S]*?)\]/),
    ...[...estimators.matchAll(/'(libwebrtc\/[^']+\.cc)'/g)].map(([, name = ""]) => `deps/libwebrtc/${name}`),
  ];
  if ([...build.matchAll(/common_sources \+= \[/g)].length !== 1)
    throw new CannotBuild("The worker's own build adds sources in a way that is not known.");
  const absent = sources.find((source) => !existsSync(join(worker, source)));
  if (absent !== undefined) throw new CannotBuild(`The worker's source ${absent} is named and not there.`);
  return sources;
}

function namesIn(build: string, list: RegExp): readonly string[] {
  const names = [...(list.exec(build)?.[1] ?? "").matchAll(/'(src\/[^']+\.cpp)'/g)].map(
    ([, name = ""]) => name,
  );
  if (names.length === 0)
    throw new CannotBuild("The worker's own build names its sources in a way that is not known.");
  return names;
}

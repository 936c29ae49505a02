import { spawnSync } from "node:child_process";
import { MissingPackages, neededLibraries, neededPrograms } from "./recipe.ts";

export interface Tools {
  readonly compiler: string;
  /** Versions of the libraries, by their names. */
  readonly libraries: Readonly<Record<string, string>>;
}

/** What a program printed; undefined: it is not there, or failed. */
export function printed(program: string, ...words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, words, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Throws `MissingPackages`. */
export function findTools(): Tools {
  const missing: string[] = neededPrograms.flatMap(([program, name]) =>
    printed(program, "--version") === undefined ? [name] : [],
  );
  const libraries: Record<string, string> = {};
  for (const [library, name] of neededLibraries) {
    const version = printed("pkg-config", "--modversion", library);
    if (version === undefined) missing.push(name);
    else libraries[library] = version;
  }
  if (missing.length > 0) throw new MissingPackages(missing);
  return { compiler: printed("g++", "-dumpfullversion") ?? "", libraries };
}

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Configuration, SeededDefect } from "./configurations.ts";

export interface Search {
  readonly name: string;
  readonly errors: number;
  readonly states: number;
  /** What was violated first, in spin's words. */
  readonly violated: string | undefined;
  readonly seconds: number;
}

export type Aim = "every state" | "cycles" | "a defect";

const folder = fileURLToPath(new URL("../../../../packages/workspace-server/model/", import.meta.url));
const tools = ["/usr/bin/spin", "/usr/bin/gcc"];

/** Why there can be no search on this machine; undefined: there can. */
export const whyNoSearch = (): string | undefined => {
  const missing = tools.filter((tool) => !existsSync(tool));
  return missing.length > 0 ? `there is no ${missing.join(" and no ")}` : undefined;
};

/**
 * Every order of every step that the configuration allows, without approximation: what is not searched to its end is an error. Throws
 * where spin or the compiler fails.
 */
export function search({ name, bounds, ...rest }: Configuration | SeededDefect, aim: Aim): Search {
  const place = mkdtempSync(join(tmpdir(), "consilium-model-"));
  const began = performance.now();
  try {
    for (const file of ["sync.pml", "bounds.h"]) copyFileSync(join(folder, file), join(place, file));
    const defined = Object.entries(bounds).map(([bound, value]) => `-D${bound}=${value}`);
    const defect = "defect" in rest ? [`-DDEFECT_${rest.defect}`] : [];
    run(place, "spin", ["-a", ...defined, ...defect, "sync.pml"]);
    // A defect is found after some hundred states: there the compiler is most of the time.
    const how = aim === "a defect" ? ["-O0"] : ["-O2"];
    const what = aim === "cycles" ? ["-DNP"] : ["-DSAFETY"];
    run(place, "gcc", [...how, ...what, "-w", "-DNOFAIR", "-DVECTORSZ=2048", "-o", "pan", "pan.c"]);
    const said = run(place, "./pan", ["-m5000", ...(aim === "cycles" ? ["-l"] : [])]);
    return { name, ...readSearch(said), seconds: (performance.now() - began) / 1000 };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function run(place: string, program: string, words: readonly string[]): string {
  const { stdout, stderr, status, error } = spawnSync(program, words, { cwd: place, encoding: "utf8" });
  if (error) throw error;
  // `pan` ends with 0 also where it found something; what spin says of the text it says on stdout.
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

function readSearch(said: string): Pick<Search, "errors" | "states" | "violated"> {
  const errors = Number(/errors: (\d+)/.exec(said)?.[1] ?? Number.NaN);
  const states = Number(/(\d+) states, stored/.exec(said)?.[1] ?? Number.NaN);
  if (Number.isNaN(errors) || Number.isNaN(states)) throw new Error(`The search did not end: ${said}`);
  if (/Search not completed/.test(said) && errors === 0)
    throw new Error(`The search was not completed: ${said}`);
  return { errors, states, violated: /pan:1: (.*)/.exec(said)?.[1] };
}

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type DemoServer, startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { measureBundle } from "./measure-bundle.ts";
import { measureCt } from "./measure-ct.ts";
import { measureHostile } from "./measure-hostile.ts";
import { measureKill } from "./measure-kill.ts";

/** How much of everything is done in a round. */
export interface Sizes {
  readonly ct: { readonly slices: number; readonly side: number };
  readonly fhir: { readonly bytes: number };
  readonly kill: { readonly bytes: number };
}

export const defaultSizes: Sizes = {
  ct: { slices: 300, side: 512 },
  fhir: { bytes: 1_000_000 },
  kill: { bytes: 1_000_000_000 },
};

export interface Bench {
  /** Files to send and the servers' data lie in it. */
  readonly folder: string;
  readonly rounds: number;
  readonly sizes: Sizes;
}

export interface Measured {
  readonly figures: readonly Figure[];
  /** For the JSON. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What is not as it must be, whatever it took. */
  readonly wrong: readonly string[];
}

export type Part = (bench: Bench) => Promise<Measured>;

/** A server of its own, with the demo in it; ends with the part. */
const atServer =
  (name: string, measure: (server: DemoServer, folder: string, bench: Bench) => Promise<Measured>): Part =>
  async (bench) => {
    const folder = join(bench.folder, name);
    await mkdir(folder, { recursive: true });
    const server = await startDemoServer(join(folder, "data"));
    try {
      return await measure(server, folder, bench);
    } finally {
      await server.stop();
    }
  };

/** Of each kind of file one: a new kind is a part more. */
export const parts: Readonly<Record<string, Part>> = {
  ct: atServer("ct", (server, folder, { rounds, sizes }) =>
    measureCt(server, folder, { rounds, ...sizes.ct }),
  ),
  fhir: atServer("fhir", (server, folder, { rounds, sizes }) =>
    measureBundle(server, folder, { rounds, ...sizes.fhir }),
  ),
  kill: ({ folder, rounds, sizes }) => measureKill(folder, { rounds, ...sizes.kill }),
  hostile: atServer("hostile", measureHostile),
};

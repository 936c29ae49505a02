import { type DemoServer, startDemoServer } from "../measuring/demo-server.ts";
import type { Figure } from "../measuring/figures.ts";
import { measureBundle } from "./measure-bundle.ts";
import { measureCt } from "./measure-ct.ts";
import { measureHostile } from "./measure-hostile.ts";
import { measureKill } from "./measure-kill.ts";
import { measureSlide } from "./measure-slide.ts";

/** How much of everything is done in a round. */
export interface Sizes {
  readonly ct: { readonly slices: number; readonly side: number };
  readonly fhir: { readonly bytes: number };
  /** Pixels. */
  readonly slide: { readonly width: number; readonly height: number };
  readonly kill: { readonly bytes: number };
}

export const defaultSizes: Sizes = {
  ct: { slices: 300, side: 512 },
  fhir: { bytes: 1_000_000 },
  slide: { width: 20_000, height: 20_000 },
  kill: { bytes: 1_000_000_000 },
};

export interface Bench {
  /** The server with the demo in it that most parts send their files to; started by the first that asks. */
  readonly server: () => Promise<DemoServer>;
  /** Files to send lie in it, and the data of servers that a part has for itself. */
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

/** Of each kind of file one: a new kind is a part more. */
export const parts: Readonly<Record<string, Part>> = {
  ct: async ({ server, folder, rounds, sizes }) => measureCt(await server(), folder, { rounds, ...sizes.ct }),
  fhir: async ({ server, folder, rounds, sizes }) =>
    measureBundle(await server(), folder, { rounds, ...sizes.fhir }),
  slide: async ({ server, folder, rounds, sizes }) =>
    measureSlide(await server(), folder, { rounds, ...sizes.slide }),
  kill: ({ folder, rounds, sizes }) => measureKill(folder, { rounds, ...sizes.kill }),
  hostile: async ({ server, folder, rounds }) => measureHostile(await server(), folder, { rounds }),
};

/** One server for all parts, begun when it is needed. */
export function sharedServer(
  dataFolder: string,
): Pick<Bench, "server"> & { readonly stop: () => Promise<void> } {
  let running: Promise<DemoServer> | undefined;
  return {
    server: () => (running ??= startDemoServer(dataFolder)),
    stop: async () => (await running)?.stop(),
  };
}

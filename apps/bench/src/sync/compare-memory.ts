import type { Figure } from "../measuring/figures.ts";
import { alternate, compare } from "./alternate.ts";
import type { Contender } from "./contenders.ts";
import { measureMemory } from "./memory.ts";

export interface MemoryWork {
  readonly rounds: number;
  readonly documents: number;
  /** Of each. */
  readonly bytes: number;
}

/** What a document takes that somebody has open. */
export async function compareMemory(
  contenders: readonly Contender[],
  { rounds, documents, bytes }: MemoryWork,
): Promise<readonly Figure[]> {
  const results = await alternate(contenders, rounds, (contender) =>
    measureMemory(contender, documents, bytes),
  );
  return [
    compare(results, {
      name: "memory-a-document",
      words: `memory of an open document of ${Math.round(bytes / 1000)} kB`,
      unit: "KiB",
      of: (kibibytes) => kibibytes,
    }),
  ];
}

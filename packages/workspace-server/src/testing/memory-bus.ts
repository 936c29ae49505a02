import type { ProcessBus, Word } from "../processes/process-bus.ts";

/** What every process of a test hears, until it is cut. */
export interface MemoryBus {
  /** For one process. `hear`: what it does with a word of another one. */
  readonly join: (process: string, hear: (word: Word, from: string) => void) => ProcessBus;
  /** While true everything that is said is lost. */
  isDown: boolean;
  readonly said: Word[];
}

export function createMemoryBus(): MemoryBus {
  const heard = new Map<string, (word: Word, from: string) => void>();
  const bus: MemoryBus = {
    isDown: false,
    said: [],
    join: (process, hear) => {
      heard.set(process, hear);
      return {
        carriesPresence: true,
        say: (word) => {
          bus.said.push(word);
          if (bus.isDown) return;
          for (const [name, listen] of heard) if (name !== process) listen(word, process);
        },
        follow: () => Promise.resolve(),
        leave: () => {},
      };
    },
  };
  return bus;
}

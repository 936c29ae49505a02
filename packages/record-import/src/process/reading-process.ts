import type { ChildProcess } from "node:child_process";
import { type ReadingLimits, readingLimits } from "../limits.ts";
import { converse, type Ending, type Host } from "./conversation.ts";
import { startChild } from "./start-child.ts";

/** The process that reads, kept warm from one file to the next and replaced when it dies. */
export interface ReadingProcess {
  readonly limits: ReadingLimits;
  /** One delivered file at a time: whoever comes meanwhile waits. See `converse`. */
  readonly read: (
    file: { readonly path: string; readonly now: Date },
    host: Host,
    signal: AbortSignal,
  ) => Promise<Ending>;
  /** Ends the process; what is being read ends as if it had died. */
  readonly close: () => void;
}

export interface ReadingProcessOptions {
  readonly limits?: Partial<ReadingLimits>;
  /** The program of the process. */
  readonly main?: URL;
}

const ownMain = new URL("child-main.ts", import.meta.url);

interface Running {
  readonly child: ChildProcess;
  /** Milliseconds that it has worked. */
  worked: number;
}

export function openReadingProcess({
  limits: given = {},
  main = ownMain,
}: ReadingProcessOptions = {}): ReadingProcess {
  const limits = { ...readingLimits, ...given };
  let running: Running | null = null;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function end(): void {
    clearTimeout(idle);
    running?.child.kill("SIGKILL");
    running = null;
  }

  function warm(): Running {
    clearTimeout(idle);
    const isGone = running?.child.exitCode !== null || running.child.signalCode !== null;
    if (running === null || isGone || running.worked > limits.processor) {
      end();
      running = { child: startChild(main, limits), worked: 0 };
    }
    hold(running.child, true);
    return running;
  }

  function rest({ child }: Running): void {
    hold(child, false);
    idle = setTimeout(end, limits.idle).unref();
  }

  async function read(...[file, host, signal]: Parameters<ReadingProcess["read"]>): Promise<Ending> {
    signal.throwIfAborted();
    const one = warm();
    const began = performance.now();
    const { path, now } = file;
    const work = { say: "work", path, bytes: host.source.bytes, now: now.getTime(), limits } as const;
    let ending: Ending | null = null;
    try {
      ending = await converse(one.child, host, work, { signal, limits });
      return ending;
    } finally {
      one.worked += performance.now() - began;
      if (ending?.how === "done") rest(one);
      else end();
    }
  }

  return {
    limits,
    read: (...job) => {
      const mine = turn.then(() => read(...job));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close: end,
  };
}

/** An idle reading process keeps nobody's program from ending. */
function hold(child: ChildProcess, isNeeded: boolean): void {
  if (isNeeded) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

import type { ChildProcess } from "node:child_process";
import { type ReadingLimits, readingLimits } from "../limits.ts";
import { converse, type Ending, type Host } from "./conversation.ts";
import { firstBytes } from "./protocol.ts";
import { isGone, startChild } from "./start-child.ts";

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

/** At most one process: started when it is needed, and ended when nobody has needed it for a while. */
function keepWarm(main: URL, limits: ReadingLimits) {
  let running: Running | null = null;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(idle);
    running?.child.kill("SIGKILL");
    running = null;
  }

  return {
    end,
    take: (): Running => {
      clearTimeout(idle);
      if (running === null || isGone(running.child) || running.worked > limits.processor) {
        end();
        running = { child: startChild(main, limits), worked: 0 };
      }
      hold(running.child, true);
      return running;
    },
    rest: ({ child }: Running): void => {
      hold(child, false);
      idle = setTimeout(end, limits.idle).unref();
    },
  };
}

export function openReadingProcess({
  limits: given = {},
  main = ownMain,
}: ReadingProcessOptions = {}): ReadingProcess {
  const limits = { ...readingLimits, ...given };
  const warm = keepWarm(main, limits);
  let turn: Promise<unknown> = Promise.resolve();

  async function read(...[file, host, signal]: Parameters<ReadingProcess["read"]>): Promise<Ending> {
    signal.throwIfAborted();
    const { source } = host;
    const head = await source.read(0, Math.min(firstBytes, source.bytes));
    signal.throwIfAborted();
    const one = warm.take();
    const began = performance.now();
    const { path, now } = file;
    const work = { say: "work", path, bytes: source.bytes, head, now: now.getTime(), limits } as const;
    let ending: Ending | null = null;
    try {
      ending = await converse(one.child, host, work, { signal, limits });
      return ending;
    } finally {
      one.worked += performance.now() - began;
      if (ending?.how === "done") warm.rest(one);
      else warm.end();
    }
  }

  return {
    limits,
    read: (...job) => {
      const mine = turn.then(() => read(...job));
      turn = mine.catch(() => undefined);
      return mine;
    },
    close: warm.end,
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

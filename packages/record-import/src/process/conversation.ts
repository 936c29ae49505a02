import type { ChildProcess } from "node:child_process";
import type { FileReading } from "../file-reading.ts";
import type { ReadingLimits } from "../limits.ts";
import type { Source } from "../source.ts";
import { isFromReader } from "./from-reader.ts";
import { incomingFiles, type StoreFile } from "./incoming.ts";
import { ownTime } from "./own-time.ts";
import { type FromReader, type Go, mostOpen, outOfMemory, type ToReader } from "./protocol.ts";
import { watchMemory } from "./watch-memory.ts";

/** What the server does for a reading process while it reads one delivered file. */
export interface Host {
  readonly source: Source;
  readonly store: StoreFile;
  readonly begin: (path: string, bytes: number) => Go;
  readonly settle: (path: string, reading: FileReading) => void;
  readonly fault: (path: string, trace: string) => void;
}

export type Death = "needs-too-much-memory" | "took-too-long" | "reader-crashed";
export type Ending = { readonly how: "done" } | { readonly how: "died"; readonly of: Death };

function deathOf(code: number | null, signal: NodeJS.Signals | null): Death {
  if (code === outOfMemory) return "needs-too-much-memory";
  if (signal === "SIGXCPU") return "took-too-long";
  // V8 aborts or traps where it has no memory; the system's own guard of memory kills.
  const ofMemory = signal === "SIGABRT" || signal === "SIGTRAP" || signal === "SIGKILL" || code === 134;
  return ofMemory ? "needs-too-much-memory" : "reader-crashed";
}

/**
 * One delivered file. Ends with `done` or with the death of the process; rejects where the server itself fails (the
 * file cannot be fetched, nothing can be kept) or is told to stop, and then the process is dead too.
 */
export async function converse(
  child: ChildProcess,
  host: Host,
  work: Extract<ToReader, { say: "work" }>,
  { signal, limits }: { readonly signal: AbortSignal; readonly limits: ReadingLimits },
): Promise<Ending> {
  const incoming = incomingFiles(host.store);
  const { promise, resolve, reject } = Promise.withResolvers<Ending>();
  const kill = (of: Death) => {
    resolve({ how: "died", of });
    child.kill("SIGKILL");
  };
  const fail = (error: unknown) => {
    reject(error);
    child.kill("SIGKILL");
  };
  const clock = ownTime(limits.start, () => kill("took-too-long"));
  const unwatch = watchMemory(child.pid, limits.memory, () => kill("needs-too-much-memory"));
  const cancel = () => fail(signal.reason);
  const onExit = (code: number | null, by: NodeJS.Signals | null) =>
    resolve({ how: "died", of: deathOf(code, by) });
  const onMessage = (message: unknown) => {
    if (!isFromReader(message)) return kill("reader-crashed");
    if (message.say === "done") return resolve({ how: "done" });
    hear(message).catch(fail);
  };
  let open = 0;

  async function hear(message: FromReader): Promise<void> {
    open += 1;
    if (open > mostOpen) return kill("reader-crashed");
    // While a file is being stored its pieces still come from the reader, in the reader's own time.
    const isWaiting = message.say !== "store";
    if (isWaiting) clock.asked();
    const answer = await answerTo(message, host, incoming);
    if (isWaiting) clock.answered();
    open -= 1;
    if (answer === "nonsense") return kill("reader-crashed");
    if (message.say === "begin") clock.restart(limits.longest);
    if (answer !== null) child.send(answer, () => undefined);
  }

  child.on("message", onMessage).on("exit", onExit).on("error", fail);
  signal.addEventListener("abort", cancel);
  try {
    if (signal.aborted) cancel();
    else if (child.exitCode !== null || child.signalCode !== null) onExit(child.exitCode, child.signalCode);
    else child.send(work, () => undefined);
    return await promise;
  } finally {
    clock.stop();
    unwatch();
    signal.removeEventListener("abort", cancel);
    child.off("message", onMessage).off("exit", onExit).off("error", fail);
    await incoming.abandon();
  }
}

type Incoming = ReturnType<typeof incomingFiles>;

/** Null: nothing is answered. "nonsense": it asks for what no reader would. */
async function answerTo(
  message: FromReader,
  host: Host,
  incoming: Incoming,
): Promise<ToReader | "nonsense" | null> {
  switch (message.say) {
    case "read": {
      const { request, offset, length } = message;
      if (offset + length > host.source.bytes) return "nonsense";
      return { say: "bytes", request, bytes: await host.source.read(offset, length) };
    }
    case "begin":
      return { say: "go", request: message.request, answer: host.begin(message.path, message.bytes) };
    case "settle":
      host.settle(message.path, message.reading);
      return null;
    case "store":
      return { say: "stored", request: message.request, file: await incoming.open(message) };
    case "piece":
      return (await incoming.write(message)) ? { say: "taken", request: message.request } : "nonsense";
    case "stored-all":
      return (await incoming.end(message.store)) ? null : "nonsense";
    case "fault":
      host.fault(message.path, message.trace);
      return null;
    case "done":
      return null;
  }
}

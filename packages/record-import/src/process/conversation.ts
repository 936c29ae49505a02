import type { ChildProcess } from "node:child_process";
import type { FileReading } from "../file-reading.ts";
import type { ReadingLimits } from "../limits.ts";
import { piecesOf, type Source } from "../source.ts";
import { type Death, deathOf } from "./death.ts";
import { isFromReader } from "./from-reader.ts";
import { type Incoming, incomingFiles, type StoreFile } from "./incoming.ts";
import { type OwnTime, ownTime } from "./own-time.ts";
import { type FromReader, type Go, mostOpen, type ToReader } from "./protocol.ts";
import { isGone } from "./start-child.ts";
import { watchMemory } from "./watch-memory.ts";

/** What the server does for a reading process while it reads one delivered file. */
export interface Host {
  readonly source: Source;
  readonly store: StoreFile;
  readonly begin: (path: string, bytes: number) => Go;
  readonly settle: (path: string, reading: FileReading) => void;
  readonly fault: (path: string, trace: string) => void;
}

export type Ending = { readonly how: "done" } | { readonly how: "died"; readonly of: Death };

interface Listening {
  readonly child: ChildProcess;
  readonly host: Host;
  readonly incoming: Incoming;
  readonly clock: OwnTime;
  readonly limits: ReadingLimits;
  readonly done: () => void;
  readonly die: (of: Death) => void;
  readonly fail: (error: unknown) => void;
}

/** What is done with each message of the reading process. */
function listener(to: Listening): (message: unknown) => void {
  const { child, host, incoming, clock, limits, done, die, fail } = to;
  let open = 0;
  let mayTakeLong = false;

  async function answer(message: FromReader): Promise<void> {
    open += 1;
    if (open > mostOpen) return die("reader-crashed");
    // While a file is being stored its pieces still come from the reader, in the reader's own time.
    const isWaiting = message.say !== "store";
    if (isWaiting) clock.asked();
    const said = await answerTo(message, host, incoming);
    if (isWaiting) clock.answered();
    open -= 1;
    if (said === "nonsense") return die("reader-crashed");
    if (message.say === "begin") {
      clock.restart(limits.longest);
      mayTakeLong = true;
    }
    // Where it is gone meanwhile, its end is told elsewhere.
    if (said !== null) child.send(said, () => undefined);
  }

  /** Once for a file: whoever says it again and again gains nothing. */
  function takeLong(): void {
    if (!mayTakeLong) return;
    mayTakeLong = false;
    clock.restart(limits.longestSlide);
  }

  return (message) => {
    if (!isFromReader(message)) die("reader-crashed");
    else if (message.say === "done") done();
    else if (message.say === "takes-long") takeLong();
    else answer(message).catch(fail);
  };
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
  const { promise, resolve, reject } = Promise.withResolvers<Ending>();
  const stop = () => child.kill("SIGKILL");
  const done = () => resolve({ how: "done" });
  const die = (of: Death) => {
    resolve({ how: "died", of });
    stop();
  };
  const fail = (error: unknown) => {
    reject(error);
    stop();
  };
  const incoming = incomingFiles(host.store);
  const clock = ownTime(limits.start, () => die("took-too-long"));
  const unwatch = watchMemory(child.pid, limits.memory, () => die("needs-too-much-memory"));
  const cancel = () => fail(signal.reason);
  const exited = (code: number | null, by: NodeJS.Signals | null) => die(deathOf(code, by));
  const hear = listener({ child, host, incoming, clock, limits, done, die, fail });
  child.on("message", hear).on("exit", exited).on("error", fail);
  signal.addEventListener("abort", cancel);
  try {
    if (signal.aborted) cancel();
    else if (isGone(child)) exited(child.exitCode, child.signalCode);
    else child.send(work, () => undefined);
    return await promise;
  } finally {
    clock.stop();
    unwatch();
    signal.removeEventListener("abort", cancel);
    child.off("message", hear).off("exit", exited).off("error", fail);
    await incoming.abandon();
  }
}

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
    case "own":
      return (await passOwn(message, host, incoming))
        ? { say: "taken", request: message.request }
        : "nonsense";
    case "stored-all":
      return (await incoming.end(message.store)) ? null : "nonsense";
    case "fault":
      host.fault(message.path, message.trace);
      return null;
    case "takes-long":
    case "done":
      return null;
  }
}

/** The file's own bytes go to their keeper here: they do not pass through the reading process. */
async function passOwn(
  { store, offset, length }: Extract<FromReader, { say: "own" }>,
  { source }: Host,
  incoming: Incoming,
): Promise<boolean> {
  if (offset + length > source.bytes) return false;
  for await (const bytes of piecesOf(source, offset, offset + length))
    if (!(await incoming.write({ store, bytes }))) return false;
  return true;
}

import { parentPort, workerData } from "node:worker_threads";
import { encodeCheckpoint, replay, replayFromCheckpoint } from "@consilium/workspace";
import type { FromThread, ToThread } from "./make-checkpoint.ts";

/** A thread of its own for one document's past: see `make-checkpoint.ts`. */
const before: Uint8Array | null = workerData;
const history = (before && replayFromCheckpoint(before)) ?? replay([]);

const say = (answer: FromThread): void =>
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer);

say({ sequence: history.sequence() });
parentPort?.on("message", (said: ToThread) => {
  if (said === "end") return say({ sequence: history.sequence(), content: encodeCheckpoint(history) });
  for (const row of said) history.advance(row);
  return say({ sequence: history.sequence() });
});

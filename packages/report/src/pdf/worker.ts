import { parentPort } from "node:worker_threads";
import { createPageCompiler, type PageJob } from "./compile-page.ts";

export type WorkerAnswer = { readonly pdf: Uint8Array } | { readonly error: string };

const compile = createPageCompiler();

function answer(job: PageJob): WorkerAnswer {
  try {
    return { pdf: compile(job) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** One page after the other, as they come. */
parentPort?.on("message", (job: PageJob) => {
  // A thread has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer(job));
});

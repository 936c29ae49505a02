import { Worker } from "node:worker_threads";
import type { PageJob } from "./compile-page.ts";
import { PdfError } from "./pdf-error.ts";
import type { WorkerAnswer } from "./worker.ts";

/** Compiles one page at a time. */
export interface Thread {
  readonly compile: (job: PageJob, time: number) => Promise<Uint8Array | PdfError>;
  readonly end: () => Promise<void>;
}

const idle = (): void => undefined;

export function startThread(): Thread {
  const worker = new Worker(new URL("worker.ts", import.meta.url));
  // A printer that nobody closes must not keep a process alive.
  worker.unref();
  let settle: (outcome: Uint8Array | PdfError) => void = idle;
  worker.on("message", (answer: WorkerAnswer) =>
    settle("pdf" in answer ? answer.pdf : new PdfError("page", answer.error)),
  );
  worker.on("error", () => settle(new PdfError("stopped")));
  worker.on("exit", () => settle(new PdfError("stopped")));
  const end = async (): Promise<void> => {
    await worker.terminate();
  };
  return {
    end,
    compile: (job, time) =>
      new Promise((resolve) => {
        const clock = setTimeout(() => {
          settle(new PdfError("slow"));
          void end();
        }, time);
        settle = (outcome) => {
          clearTimeout(clock);
          resolve(outcome);
        };
        // A thread has no origin.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(job);
      }),
  };
}

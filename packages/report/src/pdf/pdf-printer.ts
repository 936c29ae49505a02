import type { Images } from "../html/print-html.ts";
import { layOut, type Printing } from "../layout/lay-out.ts";
import type { Report } from "../report.ts";
import type { PageJob } from "./compile-page.ts";
import { pageDataOf } from "./page-data.ts";
import { PdfError } from "./pdf-error.ts";
import { startThread, type Thread } from "./thread.ts";

export interface PdfPrinter {
  /**
   * A tagged PDF (PDF/UA-1, A4), not sealed yet. The same report gives the same bytes. `images` are files by the ids of
   * `Report.keyImages`. Rejects with a `PdfError`.
   */
  readonly print: (report: Report, printing: Printing, images: Images) => Promise<Uint8Array>;
  /** Whatever still waits is rejected. */
  readonly close: () => Promise<void>;
}

export interface PdfLimits {
  /** Reports that may wait at once. */
  readonly waiting: number;
  /** Milliseconds for one, from its turn on. */
  readonly time: number;
}

const usual: PdfLimits = { waiting: 100, time: 60_000 };

interface Waiting {
  readonly job: PageJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: PdfError) => void;
}

/** One thread, started with the first report and again after it has ended; one report at a time. */
export function createPdfPrinter(limits: PdfLimits = usual): PdfPrinter {
  const queue: Waiting[] = [];
  let thread: Thread | undefined;
  let closed = false;

  const work = async (): Promise<void> => {
    for (let first = queue[0]; first; first = queue[0]) {
      thread ??= startThread();
      const outcome = await thread.compile(first.job, limits.time);
      if (outcome instanceof PdfError && outcome.reason !== "page") thread = undefined;
      // Closing has answered all who waited.
      if (queue[0] !== first) return;
      queue.shift();
      if (outcome instanceof PdfError) first.reject(outcome);
      else first.resolve(outcome);
    }
  };

  return {
    print: async (report, printing, images) => {
      if (closed) throw new PdfError("stopped");
      if (queue.length >= limits.waiting) throw new PdfError("busy");
      const at = Math.floor(Date.parse(report.signedAt) / 1000);
      const job = { ...pageDataOf(layOut(report, printing), images), at };
      return new Promise((resolve, reject) => {
        queue.push({ job, resolve, reject });
        if (queue.length === 1) void work();
      });
    },
    close: async () => {
      closed = true;
      for (const { reject } of queue.splice(0)) reject(new PdfError("stopped"));
      await thread?.end();
    },
  };
}

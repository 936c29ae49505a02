import { createWorker } from "mediasoup";
import type { Worker } from "mediasoup/types";

/**
 * A worker, once it runs. At a signal that ends the server mediasoup closes its workers by itself, and of one that is only being started
 * it never says anything more: nobody waits for that. Throws where it does not start, or `ended` comes first.
 */
export async function startWorker(program: string, ended: AbortSignal): Promise<Worker> {
  ended.throwIfAborted();
  const starting = createWorker({ logLevel: "error", workerBin: program });
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(ended.reason);
  ended.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([starting, stopped]);
  } catch (cause) {
    // It may run yet.
    starting.then(
      (worker) => worker.close(),
      () => undefined,
    );
    throw cause;
  } finally {
    ended.removeEventListener("abort", stop);
  }
}

import type { Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";

/** Milliseconds: a right that ends stops a running piece within so long. */
const rhythm = 1000;

/** Whoever sends may no longer. */
export class NoLongerAllowed extends Error {
  override readonly name = "NoLongerAllowed";
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`The upload was stopped: ${reason}`);
    this.reason = reason;
  }
}

/** The bytes of a request, as long as whoever sends them may: asked again each second. Ends with `NoLongerAllowed`. */
export function whileAllowed(
  body: ReadableStream<Uint8Array>,
  ask: () => Promise<Result<unknown, RefusalReason>>,
): ReadableStream<Uint8Array> {
  let asked = Date.now();
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: async (bytes, controller) => {
        if (Date.now() - asked >= rhythm) {
          const answer = await ask();
          if (!answer.ok) throw new NoLongerAllowed(answer.reason);
          asked = Date.now();
        }
        controller.enqueue(bytes);
      },
    }),
  );
}

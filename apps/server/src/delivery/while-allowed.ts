import type { Result } from "@consilium/foundation";

/** Milliseconds: a right that ends stops a running piece within so long. */
const rhythm = 1000;

/** The bytes of a request, as long as whoever sends them may: asked again each second. */
export function whileAllowed(
  body: ReadableStream<Uint8Array>,
  ask: () => Promise<Result<unknown, string>>,
): ReadableStream<Uint8Array> {
  let asked = Date.now();
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: async (bytes, controller) => {
        if (Date.now() - asked >= rhythm) {
          const answer = await ask();
          if (!answer.ok) throw new Error(`The upload was stopped: ${answer.reason}`);
          asked = Date.now();
        }
        controller.enqueue(bytes);
      },
    }),
  );
}

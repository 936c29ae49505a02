/** The same bytes; an abort ends them at once, with the signal's reason, also while the source is silent. */
export async function* untilAborted(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (!signal) return yield* source;
  signal.throwIfAborted();
  const iterator = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orAborted(iterator.next(), signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // A silent source ends when it speaks again, which nobody waits for: what it says then is told to nobody.
    const ending = iterator.return?.();
    if (signal.aborted) ending?.catch(() => {});
    else await ending;
  }
}

/** Not `Promise.race` with one promise for the abort: it would hold on to every step until the end. */
function orAborted<T>(step: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
    step.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

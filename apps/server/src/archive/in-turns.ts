/**
 * Does something with each item, some of them at once. The first that fails aborts `stopping` with its error; that is thrown when
 * none is under way any more.
 */
export async function inTurns<T>(
  items: readonly T[],
  atOnce: number,
  stopping: AbortController,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  const work = async (): Promise<void> => {
    for (const item of rest) {
      if (stopping.signal.aborted) return;
      await act(item);
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((cause: unknown) => stopping.abort(cause)),
  );
  await Promise.all(workers);
  stopping.signal.throwIfAborted();
}

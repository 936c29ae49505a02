/**
 * Waits for loads that nobody looks at any more. Cornerstone keeps a promise of each load for itself and throws its failure
 * into the page; of these loads no failure is said, of any other it still is. `done`: when the last has come or failed.
 */
export function endQuietly(loads: readonly Promise<unknown>[], done: () => void): void {
  if (loads.length === 0) return done();
  const failures = new Set<unknown>();
  const quieten = (event: PromiseRejectionEvent) => {
    if (failures.has(event.reason)) event.preventDefault();
  };
  window.addEventListener("unhandledrejection", quieten);
  const wait = async () => {
    await Promise.all(loads.map((load) => load.catch((reason: unknown) => failures.add(reason))));
    // The page hears of the last failure after its promises are settled.
    setTimeout(() => {
      window.removeEventListener("unhandledrejection", quieten);
      done();
    });
  };
  void wait();
}

/**
 * The browser asks whoever closes or reloads a page while changes are only in its memory: letters typed within the last
 * milliseconds, or where this device's store takes nothing. `unstored`: how many. Returns how to stop.
 */
export function askBeforeLosing(unstored: () => number): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (unstored() > 0) event.preventDefault();
  };
  window.addEventListener("beforeunload", ask);
  return () => window.removeEventListener("beforeunload", ask);
}

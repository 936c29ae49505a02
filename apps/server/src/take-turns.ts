/** Work of which so much is done at once; the next waits, and what is too much is told so. */
export function takeTurns(atOnce: number, waiting: number) {
  const queue: (() => void)[] = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T | "too-many"> => {
    if (running >= atOnce && queue.length >= waiting) return "too-many";
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes to whoever waits longest.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

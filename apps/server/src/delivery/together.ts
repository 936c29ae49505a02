/** What comes while something is done is done next, all of it together. Each is told of the result of its own turn. */
export function together<T>(act: (all: readonly string[]) => Promise<T>): (one: string) => Promise<T> {
  let waiting: string[] = [];
  let next: Promise<T> | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const begin = () => {
    const all = waiting;
    waiting = [];
    next = undefined;
    const done = act(all);
    running = done.catch(() => undefined);
    return done;
  };
  return (one) => {
    waiting.push(one);
    next ??= running.then(begin);
    return next;
  };
}

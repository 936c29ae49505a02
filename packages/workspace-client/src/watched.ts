/** A value that says when it changes; `getSnapshot` and `subscribe` are what React's useSyncExternalStore wants. */
export interface Watchable<Value> {
  readonly getSnapshot: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Watched<Value> extends Watchable<Value> {
  readonly set: (value: Value) => void;
}

export function createWatched<Value>(first: Value): Watched<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (next) => {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

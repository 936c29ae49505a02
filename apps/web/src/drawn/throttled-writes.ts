/** At most one write of a thing in this many milliseconds while it is moved. */
export const writeInterval = 60;

export interface ThrottledWrites<Value> {
  /** The newest value of a thing. Equal ones are not written again. */
  readonly offer: (id: string, value: Value) => void;
  /** Writes what waits, now. */
  readonly flush: () => void;
  /** What waits of a thing that is gone is not written. */
  readonly forget: (id: string) => void;
}

export function throttleWrites<Value>(write: (id: string, value: Value) => void): ThrottledWrites<Value> {
  const waiting = new Map<string, Value>();
  const written = new Map<string, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const [id, value] of waiting) {
      const text = JSON.stringify(value);
      if (written.get(id) === text) continue;
      written.set(id, text);
      write(id, value);
    }
    waiting.clear();
  };
  return {
    offer: (id, value) => {
      waiting.set(id, value);
      timer ??= setTimeout(flush, writeInterval);
    },
    flush,
    forget: (id) => {
      waiting.delete(id);
      written.delete(id);
    },
  };
}

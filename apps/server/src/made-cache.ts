export interface CacheBounds {
  readonly bytes: number;
  readonly entries: number;
}

const usual: CacheBounds = { bytes: 32 * 2 ** 20, entries: 1000 };

interface Held<T> {
  readonly made: T;
  readonly size: number;
}

/** By name; what was asked for longest ago goes first. */
function heldWithin<T>(bounds: CacheBounds) {
  const held = new Map<string, Held<T>>();
  let bytes = 0;
  return {
    take: (name: string): Held<T> | undefined => {
      const known = held.get(name);
      if (known) {
        held.delete(name);
        held.set(name, known);
      }
      return known;
    },
    put: (name: string, one: Held<T>): void => {
      if (one.size > bounds.bytes) return;
      held.set(name, one);
      bytes += one.size;
      for (const [oldest, { size }] of held) {
        if (bytes <= bounds.bytes && held.size <= bounds.entries) break;
        held.delete(oldest);
        bytes -= size;
      }
    },
  };
}

/**
 * Holds what was made last, by name, and makes nothing twice at the same time. `sizeOf` says how many bytes one is; null where it is
 * not to be held.
 */
export function createMadeCache<T>(sizeOf: (made: T) => number | null, bounds: CacheBounds = usual) {
  const held = heldWithin<T>(bounds);
  const onTheirWay = new Map<string, Promise<T>>();

  async function makeAndHold(name: string, make: () => Promise<T>): Promise<T> {
    try {
      const made = await make();
      const size = sizeOf(made);
      if (size !== null) held.put(name, { made, size });
      return made;
    } finally {
      onTheirWay.delete(name);
    }
  }

  return (name: string, make: () => Promise<T>): Promise<T> => {
    const known = held.take(name);
    if (known) return Promise.resolve(known.made);
    const coming = onTheirWay.get(name) ?? makeAndHold(name, make);
    onTheirWay.set(name, coming);
    return coming;
  };
}

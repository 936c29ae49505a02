export interface CacheBounds {
  readonly bytes: number;
  readonly entries: number;
}

const usual: CacheBounds = { bytes: 32 * 2 ** 20, entries: 1000 };

/**
 * Holds what was made last, by name, and makes nothing twice at the same time. `sizeOf` says how many bytes one is; null where it is
 * not to be held.
 */
export function createPictureCache<T>(
  sizeOf: (made: T) => number | null,
  { bytes: mostBytes, entries }: CacheBounds = usual,
) {
  const held = new Map<string, { readonly made: T; readonly size: number }>();
  const onTheirWay = new Map<string, Promise<T>>();
  let bytes = 0;

  function drop(name: string): void {
    bytes -= held.get(name)?.size ?? 0;
    held.delete(name);
  }

  function hold(name: string, made: T): void {
    const size = sizeOf(made);
    if (size === null || size > mostBytes) return;
    held.set(name, { made, size });
    bytes += size;
    for (const oldest of held.keys()) {
      if (bytes <= mostBytes && held.size <= entries) break;
      drop(oldest);
    }
  }

  async function makeAndHold(name: string, make: () => Promise<T>): Promise<T> {
    try {
      const made = await make();
      hold(name, made);
      return made;
    } finally {
      onTheirWay.delete(name);
    }
  }

  return (name: string, make: () => Promise<T>): Promise<T> => {
    const known = held.get(name);
    if (known) {
      // To the end: what was asked for longest ago goes first.
      held.delete(name);
      held.set(name, known);
      return Promise.resolve(known.made);
    }
    const coming = onTheirWay.get(name) ?? makeAndHold(name, make);
    onTheirWay.set(name, coming);
    return coming;
  };
}

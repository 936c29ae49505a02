const lockOf = (owner: string): string => `consilium-outbox:${owner}`;

/**
 * A page that lives holds the lock of its documents, so that another page does not take frames whose predecessors are still
 * on their way into the store: the server would see a gap. The browser gives the lock back when the page is gone.
 */
export function holdLock(locks: Pick<LockManager, "request">, owner: string): TabLock {
  const { promise: end, resolve: release } = Promise.withResolvers<void>();
  const { promise: granted, resolve: grant, reject } = Promise.withResolvers<void>();
  const held = (): Promise<void> => {
    grant();
    return end;
  };
  locks.request(lockOf(owner), held).catch(reject);
  return { granted, release };
}

export interface TabLock {
  /** Rejects where the browser gives none. */
  readonly granted: Promise<void>;
  readonly release: () => void;
}

/** Whether the page that owns it lives. */
export async function livingOwners(locks: Pick<LockManager, "query">): Promise<(owner: string) => boolean> {
  const { held = [] } = await locks.query();
  const names = new Set(held.map(({ name }) => name));
  return (owner) => names.has(lockOf(owner));
}

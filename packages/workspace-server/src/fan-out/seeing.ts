import type { Connection } from "../doors/connection.ts";
import type { Rights } from "../session/rights.ts";

export type MaySee = (connection: Connection, target: string) => Promise<boolean>;

/** Asked once a connection and target, until the rights of the case change. What cannot be known is not seen. */
export function seeing(rights: Rights, failed: (cause: unknown) => void): MaySee {
  return (connection, target) => {
    const { sight, visitor } = connection;
    const known = sight.get(target);
    if (known) return known;
    const asked = rights.mayReadTarget(visitor, target).catch((cause: unknown) => {
      failed(cause);
      sight.delete(target);
      return false;
    });
    sight.set(target, asked);
    return asked;
  };
}

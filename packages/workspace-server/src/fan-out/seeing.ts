import type { Connection } from "../doors/connection.ts";
import type { Rights, Sight } from "../session/rights.ts";

export type Seeing = (connection: Connection, target: string) => Promise<Sight>;

/** Asked once a connection and target, until the rights of the case change. What cannot be known is not seen. */
export function seeing(rights: Rights, failed: (cause: unknown) => void): Seeing {
  return (connection, target) => {
    const { sight, visitor } = connection;
    const known = sight.get(target);
    if (known) return known;
    const asked = rights.sightOf(visitor, target).catch((cause: unknown): Sight => {
      failed(cause);
      sight.delete(target);
      return "nobody";
    });
    sight.set(target, asked);
    return asked;
  };
}

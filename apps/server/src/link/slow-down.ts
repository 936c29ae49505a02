import { createMiddleware } from "hono/factory";
import { refused } from "../api/refused.ts";
import { clientAddress } from "../identity/client-address.ts";

const minute = 60_000;
/** Of one address, in a minute: a ward behind one address opens a few, a guesser wants millions. */
const most = 60;
/** Addresses that are remembered at once. */
const mostAddresses = 10_000;

/** Doors without a session: so many knocks of one address in a minute. */
export function slowDown(now: () => number, proxies: readonly string[]) {
  const knocks = new Map<string, { since: number; count: number }>();
  return createMiddleware(async (c, next) => {
    const at = now();
    const address = clientAddress(c, proxies);
    const known = knocks.get(address);
    const mine = known && at - known.since < minute ? known : { since: at, count: 0 };
    mine.count += 1;
    knocks.delete(address);
    knocks.set(address, mine);
    // The one that has been quiet for longest is forgotten first.
    if (knocks.size > mostAddresses) knocks.delete(knocks.keys().next().value ?? address);
    return mine.count > most ? refused(c, "too-many") : next();
  });
}

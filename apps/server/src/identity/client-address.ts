import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * From where somebody asks: the connection's other end, or, where that is one of our own proxies, what the proxies say. Each of them adds
 * at the right end whom it heard, so the last that is none of them is the client; what stands before it anybody may have written.
 */
export function clientAddress(c: Context, proxies: readonly string[]): string {
  const remote = plain(getConnInfo(c).remote.address ?? "");
  if (!proxies.includes(remote)) return remote;
  const told = (c.req.header("x-forwarded-for") ?? "").split(",").map((address) => plain(address.trim()));
  return told.findLast((address) => address !== "" && !proxies.includes(address)) ?? remote;
}

/** An IPv4 address on a socket for both kinds is written as IPv6. */
const plain = (address: string): string => address.replace(/^::ffff:/i, "");

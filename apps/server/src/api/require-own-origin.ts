import { createMiddleware } from "hono/factory";
import { refused } from "./refused.ts";

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** A change comes from our own pages or from a program: a browser always says which page asks. */
export const requireOwnOrigin = (origins: readonly string[]) =>
  createMiddleware(async (c, next) => {
    if (reading.has(c.req.method)) return next();
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const isForeign =
      origin === undefined ? site === "cross-site" || site === "same-site" : !origins.includes(origin);
    return isForeign ? refused(c, "foreign-origin") : next();
  });

import type { Media } from "@consilium/conference-server";
import { type OpenDatabase, readDatabaseHealth } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { version } from "../version.ts";

const Health = z
  .object({
    status: z.enum(["ok", "failing"]),
    database: z.string().openapi({ example: "PostgreSQL 18.4" }),
    fsync: z.boolean().openapi({ description: "Whether what is acknowledged survives a power cut" }),
    blobs: z.enum(["disk", "s3"]).openapi({ description: "Where files are kept" }),
    media: z.enum(["ready", "building", "unavailable"]).openapi({ description: "Whether there is video" }),
    mediaBecause: z.string().optional().openapi({ description: "Why there is none, or none yet" }),
    version: z.string(),
  })
  .openapi("Health");

const content = { "application/json": { schema: Health } };

const read = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether the server works, and whether its database survives a power cut",
  responses: { 200: { description: "It does", content }, 503: { description: "It does not", content } },
});

/** Without video the app works: that is no failing. */
function describeMedia(health: ReturnType<Media["health"]>) {
  return health.is === "ready"
    ? ({ media: "ready" } as const)
    : { media: health.is, mediaBecause: health.because };
}

export function healthRoutes(
  open: Pick<OpenDatabase, "query">,
  blobs: "disk" | "s3",
  media: Pick<Media, "health">,
) {
  return new OpenAPIHono().openapi(read, async (c) => {
    c.header("cache-control", "no-store");
    const others = { blobs, ...describeMedia(media.health()), version };
    const health = await readDatabaseHealth(open).catch(() => undefined);
    if (!health)
      return c.json({ status: "failing" as const, database: "away", fsync: false, ...others }, 503);
    const database = `PostgreSQL ${health.version}`;
    return c.json({ status: "ok" as const, database, fsync: health.fsync, ...others }, 200);
  });
}

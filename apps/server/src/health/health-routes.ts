import { type OpenDatabase, readDatabaseHealth } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { version } from "../version.ts";

const Health = z
  .object({
    status: z.enum(["ok", "failing"]),
    database: z.string().openapi({ example: "PostgreSQL 18.4" }),
    fsync: z.boolean().openapi({ description: "Whether what is acknowledged survives a power cut" }),
    blobs: z.enum(["disk", "s3"]).openapi({ description: "Where files are kept" }),
    media: z.enum(["none"]).openapi({ description: "Whether there is video" }),
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

const others = { media: "none", version } as const;

export function healthRoutes(open: Pick<OpenDatabase, "query">, blobs: "disk" | "s3") {
  return new OpenAPIHono().openapi(read, async (c) => {
    c.header("cache-control", "no-store");
    const health = await readDatabaseHealth(open).catch(() => undefined);
    if (!health)
      return c.json({ status: "failing" as const, database: "away", fsync: false, blobs, ...others }, 503);
    const database = `PostgreSQL ${health.version}`;
    return c.json({ status: "ok" as const, database, fsync: health.fsync, blobs, ...others }, 200);
  });
}

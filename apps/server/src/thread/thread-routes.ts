import type { Thread } from "@consilium/workspace";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import type { VersionReaders } from "./version-readers.ts";
import { viewVersion } from "./version-view.ts";

const threads = z
  .custom<readonly Thread[]>(Array.isArray)
  .openapi({ type: "array", items: { type: "object" } });

const onVersion = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/versions/{n}/threads",
  summary: "Threads whose quoted words stand in that version, for whoever was given it",
  request: {
    params: onCase.extend({ opinionId: Ulid, n: z.coerce.number().int().min(1) }),
    headers: seatParameter,
  },
  responses: { 200: json("Threads", z.object({ items: threads })), ...refusals },
});

/**
 * Whoever was given a version reads no layer of others: their threads are assembled here, and only those whose words stand
 * in the version, anchored in it anew.
 */
export function threadRoutes(services: Services, readers: VersionReaders) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(onVersion, async (c) => {
    const { opinionId, n } = c.req.valid("param");
    const visit = c.get("visit");
    const view = await viewVersion(services, visit, opinionId, n);
    if (!view.ok) return refused(c, view.reason);
    const { threads: items } = view.value;
    readers.given({ caseId: visit.row.id, opinionId, seatId: visit.seat.id, n }, view.value);
    const leaving = {
      subject: `opinion.${opinionId}/versions/${n}/threads`,
      body: { threads: items.length },
    };
    return c.json(await release(c, services, visit, leaving, { items }), 200);
  });
}

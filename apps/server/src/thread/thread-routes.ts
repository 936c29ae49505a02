import type { Thread } from "@consilium/workspace";
import { indexDocument, threadsVisibleIn } from "@consilium/workspace";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import * as Y from "yjs";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { findReadableVersion, stateOf } from "../opinion/read-version.ts";
import type { Services } from "../services.ts";
import { readerOf, readThreads } from "./read-threads.ts";

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
export function threadRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(onVersion, async (c) => {
    const { opinionId, n } = c.req.valid("param");
    const visit = c.get("visit");
    const version = await findReadableVersion(services, visit, opinionId, n);
    if (!version.ok) return refused(c, version.reason);
    const all = await readThreads(services, visit, `opinion.${opinionId}`, readerOf(visit.seat));
    const { state } = await stateOf(services, `${visit.row.id}/opinion.${opinionId}`, version.value.sequence);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const index = indexDocument(doc);
    const items = threadsVisibleIn(index, all);
    index.close();
    const leaving = {
      subject: `opinion.${opinionId}/versions/${n}/threads`,
      body: { threads: items.length },
    };
    return c.json(await release(c, services, visit, leaving, { items }), 200);
  });
}

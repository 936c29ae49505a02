import { parseDocumentName } from "@consilium/clinical";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { deleteLateDraft } from "./delete-late-draft.ts";
import { readLateDrafts } from "./read-late-drafts.ts";

const LateDraftAnswer = z
  .object({
    document: z.string(),
    at: Instant,
    through: z.int(),
    /** `root` is `s.summary`, `items`; empty where the place is not known. */
    sections: z.array(z.object({ root: z.string(), text: z.string() })),
  })
  .openapi("LateDraft");

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/late-drafts",
  summary: "What this seat wrote after a document was closed, by section, to be copied",
  request: { params: onCase, headers: seatParameter },
  responses: {
    200: json("One for each document", z.object({ items: z.array(LateDraftAnswer) })),
    ...refusals,
  },
});

const remove = createRoute({
  method: "delete",
  path: "/cases/{caseId}/late-drafts/{document}",
  summary: "Forget it, up to what was shown",
  request: {
    params: onCase.extend({ document: z.string().max(200) }),
    headers: seatParameter,
    query: z.object({ through: z.coerce.number().int().min(1) }),
  },
  responses: { 200: json("How many parts it had", z.object({ deleted: z.int() })), ...refusals },
});

/** Late drafts (SY-14, SY-22): a seat's own, and nobody else's. */
export function lateDraftRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const items = await readLateDrafts(services, visit);
      const leaving = { subject: "late-drafts", body: { documents: items.map(({ document }) => document) } };
      return c.json(await release(c, services, visit, leaving, { items }), 200);
    })
    .openapi(remove, async (c) => {
      const { document } = c.req.valid("param");
      if (!parseDocumentName(document)) return refused(c, "no-such-document");
      const { through } = c.req.valid("query");
      const done = await deleteLateDraft(services, c.get("visit"), document, through);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}

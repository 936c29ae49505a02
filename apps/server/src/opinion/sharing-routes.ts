import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { longestVersionName } from "./name-version.ts";
import { previewSharing } from "./preview-sharing.ts";
import { shareOpinion, unshareOpinion } from "./share-opinion.ts";

const onOpinion = onCase.extend({ opinionId: Ulid });
const Audience = z.enum(["patient", "care-team"]);

const preview = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/sharing",
  summary: "What would become visible, before it is shared",
  request: { params: onOpinion, headers: seatParameter, query: z.object({ audience: Audience }) },
  responses: {
    200: json(
      "What would be seen",
      z.object({ sections: z.int(), words: z.int(), comments: z.int(), openedBy: z.array(Ulid) }),
    ),
    ...refusals,
  },
});

const share = createRoute({
  method: "post",
  path: "/cases/{caseId}/opinions/{opinionId}/shares",
  summary: "Show the draft to the patient's side or to the care team, as a version or live",
  request: {
    params: onOpinion,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({
          audience: Audience,
          mode: z.enum(["version", "live"]),
          version: z.int().min(1).nullable().default(null),
          name: z.string().max(longestVersionName).default("Shared"),
        }),
      ),
    },
  },
  responses: { 201: json("Shared", z.object({ share: Ulid, version: z.int().nullable() })), ...refusals },
});

const unshare = createRoute({
  method: "delete",
  path: "/cases/{caseId}/opinions/{opinionId}/shares/{shareId}",
  summary: "Take it back: sockets close within a second; what was on a device cannot be called back",
  request: { params: onOpinion.extend({ shareId: Ulid }), headers: seatParameter },
  responses: { 200: json("Ended", z.object({ ended: Ulid })), ...refusals },
});

/** Who is shown the draft. */
export function sharingRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(preview, async (c) => {
      const { opinionId } = c.req.valid("param");
      const found = await previewSharing(services, c.get("visit"), opinionId, c.req.valid("query").audience);
      if (!found.ok) return refused(c, found.reason);
      c.header("cache-control", "no-store");
      return c.json(found.value, 200);
    })
    .openapi(share, async (c) => {
      const { opinionId } = c.req.valid("param");
      const sharing = { opinionId, ...c.req.valid("json") };
      const done = await shareOpinion(services, commanderOf(c.get("visit")), sharing);
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(unshare, async (c) => {
      const { opinionId, shareId } = c.req.valid("param");
      const done = await unshareOpinion(services, commanderOf(c.get("visit")), opinionId, shareId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}

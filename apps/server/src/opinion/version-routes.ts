import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { longestVersionName, nameVersion } from "./name-version.ts";
import { listVersions, readVersion } from "./read-version.ts";

const onOpinion = onCase.extend({ opinionId: Ulid });
const VersionSummary = z
  .object({ n: z.int(), name: z.string(), sequence: z.int(), by: Ulid, at: Instant })
  .openapi("VersionSummary");

/** Sections are ProseMirror JSON; `state` is a Yjs update in base64, built without any deleted text, to anchor comments in. */
export const VersionAnswer = z
  .object({
    n: z.int(),
    name: z.string(),
    at: Instant,
    sequence: z.int(),
    sections: z.record(z.string(), z.unknown()),
    items: z.record(z.string(), z.unknown()),
    evidence: z.record(z.string(), z.unknown()),
    state: z.string(),
  })
  .openapi("Version");

const listOf = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/versions",
  summary: "Named moments of an opinion, the newest first: all for its authors, the shared one for others",
  request: { params: onOpinion, headers: seatParameter },
  responses: { 200: json("Versions", z.object({ items: z.array(VersionSummary) })), ...refusals },
});

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/versions/{n}",
  summary: "The text of an opinion as it was at a named moment",
  request: { params: onOpinion.extend({ n: z.coerce.number().int().min(1) }), headers: seatParameter },
  responses: { 200: json("The version", VersionAnswer), ...refusals },
});

const name = createRoute({
  method: "post",
  path: "/cases/{caseId}/opinions/{opinionId}/versions",
  summary: "Name what is written now",
  request: {
    params: onOpinion,
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ name: z.string().max(longestVersionName) })) },
  },
  responses: { 201: json("Named", z.object({ n: z.int(), sequence: z.int() })), ...refusals },
});

/** Named moments of an opinion. */
export function versionRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(listOf, async (c) => {
      const { opinionId } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await listVersions(services, visit, opinionId);
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: `opinion.${opinionId}/versions` };
      return c.json(await release(c, services, visit, leaving, { items: found.value }), 200);
    })
    .openapi(read, async (c) => {
      const { opinionId, n } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await readVersion(services, visit, opinionId, n);
      if (!found.ok) return refused(c, found.reason);
      const subject = `opinion.${opinionId}/versions/${n}`;
      const body = { sequence: found.value.sequence };
      return c.json(await release(c, services, visit, { subject, body }, found.value), 200);
    })
    .openapi(name, async (c) => {
      const { opinionId } = c.req.valid("param");
      const done = await nameVersion(
        services,
        commanderOf(c.get("visit")),
        opinionId,
        c.req.valid("json").name,
      );
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    });
}

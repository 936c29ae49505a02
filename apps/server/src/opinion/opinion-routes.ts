import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { claimSuggestion } from "../suggestion/claim-suggestion.ts";
import { longestVersionName, nameVersion } from "./name-version.ts";
import { previewSharing } from "./preview-sharing.ts";
import { listVersions, readVersion } from "./read-version.ts";
import { shareOpinion, unshareOpinion } from "./share-opinion.ts";

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

const claim = createRoute({
  method: "post",
  path: "/cases/{caseId}/suggestions/{suggestionId}/claim",
  summary: "Before accepting a suggestion: of two who accept at once, one wins",
  request: {
    params: onCase.extend({ suggestionId: Ulid }),
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ target: z.string().max(100) })) },
  },
  responses: { 200: json("It is yours", z.object({ claimed: Ulid })), ...refusals },
});

/** Versions, sharing and suggestions of an opinion. */
export const opinionRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>().route("/", versionRoutes(services)).route("/", sharingRoutes(services));

function versionRoutes(services: Services) {
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

function sharingRoutes(services: Services) {
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
    })
    .openapi(claim, async (c) => {
      const { suggestionId } = c.req.valid("param");
      const { target } = c.req.valid("json");
      const done = await claimSuggestion(services, commanderOf(c.get("visit")), suggestionId, target);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}

import { reportLinksOfCase } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import { Instant, Ulid } from "../case/case-schemas.ts";
import { reportsFor } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { endLink } from "./end-link.ts";
import { makeLink } from "./make-link.ts";
import { mostFailures } from "./open-link.ts";

const longest = 90;

const LinkAnswer = z
  .object({
    id: Ulid,
    report: Ulid,
    madeFor: z.string(),
    by: Ulid,
    at: Instant,
    expires: Instant,
    ended: Instant.nullable(),
    /** Closed by wrong passcodes. */
    isClosed: z.boolean(),
    opened: z.int(),
    lastOpened: Instant.nullable(),
  })
  .openapi("ReportLink");

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/links",
  summary: "The links that were made to reports that this seat may read, the newest first",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("Links", z.object({ items: z.array(LinkAnswer) })), ...refusals },
});

const make = createRoute({
  method: "post",
  path: "/cases/{caseId}/reports/{reportId}/links",
  summary: "Make a link to a report for somebody without an account; its secret and passcode are told once",
  request: {
    params: onCase.extend({ reportId: Ulid }),
    headers: seatParameter,
    body: {
      required: true,
      ...json("", z.object({ madeFor: z.string().max(200), days: z.int().min(1).max(longest) })),
    },
  },
  responses: {
    201: json("Made", z.object({ id: Ulid, token: z.string(), passcode: z.string() })),
    ...refusals,
  },
});

const end = createRoute({
  method: "delete",
  path: "/cases/{caseId}/links/{linkId}",
  summary: "Close a link: it opens nothing from now on",
  request: { params: onCase.extend({ linkId: Ulid }), headers: seatParameter },
  responses: { 200: json("Closed", z.object({ ended: Ulid })), ...refusals },
});

/** Links to reports, for those who make them. */
export const linkRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const mine = new Set((await reportsFor(services, visit)).map(({ id }) => id));
      const links = await reportLinksOfCase(services.open.database, visit.key);
      const items = links
        .filter(({ reportId }) => mine.has(reportId))
        .map((link) => ({
          id: link.id,
          report: link.reportId,
          madeFor: link.madeFor,
          by: link.seatId,
          at: link.at.toISOString(),
          expires: link.expiresAt.toISOString(),
          ended: link.endedAt?.toISOString() ?? null,
          isClosed: link.failures >= mostFailures,
          opened: link.opened,
          lastOpened: link.lastOpenedAt?.toISOString() ?? null,
        }));
      return c.json(await release(c, services, visit, { subject: "links" }, { items }), 200);
    })
    .openapi(make, async (c) => {
      c.header("cache-control", "no-store");
      const wish = { reportId: c.req.valid("param").reportId, ...c.req.valid("json") };
      const done = await makeLink(services, c.get("visit"), wish);
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(end, async (c) => {
      const done = await endLink(services, commanderOf(c.get("visit")), c.req.valid("param").linkId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });

import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { reportToSign } from "./report-to-sign.ts";

const plain = z.record(z.string(), z.unknown());

const report = createRoute({
  method: "get",
  path: "/cases/{caseId}/opinions/{opinionId}/signing/report",
  summary: "The report as it would be signed, under the basis of the sheet",
  request: {
    params: onCase.extend({ opinionId: Ulid }),
    headers: seatParameter,
    query: z.object({ basis: z.string().max(64) }),
  },
  responses: {
    200: json(
      "The report, with the time at which it is read and without reasons",
      z.object({ report: plain }),
    ),
    ...refusals,
  },
});

/** The report, to be read before it is signed. */
export const signingReportRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(report, async (c) => {
    const { opinionId } = c.req.valid("param");
    const visit = c.get("visit");
    const found = await reportToSign(services, visit, opinionId, c.req.valid("query").basis);
    if (!found.ok) return refused(c, found.reason);
    const leaving = { subject: `opinion.${opinionId}/signing/report` };
    return c.json(await release(c, services, visit, leaving, { report: plain.parse(found.value) }), 200);
  });

import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { acknowledgeReport } from "./acknowledge-report.ts";
import { correctReport } from "./correct-report.ts";
import { reportFormRoutes } from "./forms/form-routes.ts";
import type { ReportPrinter } from "./forms/report-forms.ts";
import { reportReadingRoutes } from "./reading-routes.ts";
import { retractReport } from "./retract-report.ts";
import { sayFeasible } from "./say-feasible.ts";
import { tellResult } from "./tell-result.ts";

const onReport = onCase.extend({ reportId: Ulid });
const onRecommendation = onCase.extend({ opinionId: Ulid, item: Ulid });
const longestWords = 2000;
const words = z.string().max(longestWords);
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, ...json("", schema) });

const acknowledge = createRoute({
  method: "post",
  path: "/cases/{caseId}/reports/{reportId}/acknowledgement",
  summary: "Say that one has read it; of one that no longer stands, that one knows",
  request: { params: onReport, headers: seatParameter },
  responses: { 200: json("Noted", z.object({ acknowledged: Ulid })), ...refusals },
});

const told = createRoute({
  method: "post",
  path: "/cases/{caseId}/reports/{reportId}/told",
  summary: "Say that the patient was told, as they asked to hear it: from then on they read the report",
  request: { params: onReport, headers: seatParameter, body: body(z.object({ how: words })) },
  responses: { 200: json("Delivered", z.object({ report: Ulid })), ...refusals },
});

const retract = createRoute({
  method: "post",
  path: "/cases/{caseId}/reports/{reportId}/retraction",
  summary: "Take a signed report back: it stays readable and says so",
  request: { params: onReport, headers: seatParameter, body: body(z.object({ reason: words })) },
  responses: { 200: json("Retracted", z.object({ retracted: Ulid })), ...refusals },
});

const correct = createRoute({
  method: "post",
  path: "/cases/{caseId}/reports/{reportId}/correction",
  summary: "Begin an opinion that will stand in the place of a signed one",
  request: { params: onReport, headers: seatParameter, body: body(z.object({ reason: words })) },
  responses: { 201: json("Begun", z.object({ opinion: Ulid })), ...refusals },
});

const feasible = createRoute({
  method: "post",
  path: "/cases/{caseId}/opinions/{opinionId}/recommendations/{item}/feasibility",
  summary: "Say whether a recommendation can be done where the patient is, or was done",
  request: {
    params: onRecommendation,
    headers: seatParameter,
    body: body(
      z.object({
        state: z.enum(["feasible", "not-available", "done", "not-said"]),
        note: words.nullable().default(null),
      }),
    ),
  },
  responses: { 200: json("Said", z.object({ item: z.string() })), ...refusals },
});

/** Signed reports, and what comes of them. */
export const reportRoutes = (services: Services, printer: ReportPrinter) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", reportReadingRoutes(services))
    .route("/", reportFormRoutes(services, printer))
    .openapi(acknowledge, async (c) => {
      const done = await acknowledgeReport(services, c.get("visit"), c.req.valid("param").reportId);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(told, async (c) => {
      const { how } = c.req.valid("json");
      const done = await tellResult(services, c.get("visit"), c.req.valid("param").reportId, how);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(retract, async (c) => {
      const { reason } = c.req.valid("json");
      const done = await retractReport(services, c.get("visit"), c.req.valid("param").reportId, reason);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(correct, async (c) => {
      const { reason } = c.req.valid("json");
      const done = await correctReport(services, c.get("visit"), c.req.valid("param").reportId, reason);
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(feasible, async (c) => {
      const { opinionId, item } = c.req.valid("param");
      const said = { opinionId, item, ...c.req.valid("json") };
      const done = await sayFeasible(services, c.get("visit"), said);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });

import { readReportImage } from "@consilium/database";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { pictureAnswer } from "../key-image/picture-answer.ts";
import type { Services } from "../services.ts";
import { describeReports } from "./describe-reports.ts";
import { findReport } from "./find-reports.ts";
import { openReport } from "./open-report.ts";
import { ReportAnswer, ReportList } from "./report-schemas.ts";

const plain = z.record(z.string(), z.unknown());
const onReport = onCase.extend({ reportId: Ulid });

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/reports",
  summary: "The signed reports of a case, the newest first, and what those who treat the patient say of them",
  request: { params: onCase, headers: seatParameter },
  responses: { 200: json("Reports", ReportList), ...refusals },
});

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/reports/{reportId}",
  summary: "A report as it was signed",
  request: { params: onReport, headers: seatParameter },
  responses: { 200: json("The report", ReportAnswer), ...refusals },
});

const image = createRoute({
  method: "get",
  path: "/cases/{caseId}/reports/{reportId}/images/{image}",
  summary: "A picture of a report, as it was signed",
  request: { params: onReport.extend({ image: z.string().max(64) }), headers: seatParameter },
  responses: {
    200: { description: "The picture", content: { "image/jpeg": {}, "image/png": {} } },
    ...refusals,
  },
});

/** Reading signed reports. */
export const reportReadingRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const found = await describeReports(services, visit);
      return c.json(await release(c, services, visit, { subject: "reports" }, found), 200);
    })
    .openapi(image, async (c) => {
      const { reportId, image: name } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await findReport(services, visit, reportId);
      if (!found.ok) return refused(c, found.reason);
      const of = { reportId, image: name };
      const content = await readReportImage(services.open.database, visit.key, of);
      if (!content) return refused(c, "no-such-picture");
      await services.readBook.leaving(visit.seat, `report/${reportId}`, content.length);
      return pictureAnswer(content, content[0] === 0xff ? "image/jpeg" : "image/png");
    })
    .openapi(read, async (c) => {
      const { reportId } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await findReport(services, visit, reportId);
      if (!found.ok) return refused(c, found.reason);
      const report = await openReport(services, visit, reportId);
      const { items } = await describeReports(services, visit);
      const summary = items.find(({ id }) => id === reportId);
      if (!summary) return refused(c, "no-such-report");
      const leaving = { subject: `report/${reportId}`, body: { n: found.value.n } };
      return c.json(
        await release(c, services, visit, leaving, { summary, report: plain.parse(report) }),
        200,
      );
    });

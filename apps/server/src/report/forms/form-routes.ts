import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../api/api-context.ts";
import { bookRead } from "../../api/egress.ts";
import { malformed } from "../../api/malformed.ts";
import { refusals, refused } from "../../api/refused.ts";
import { onCase, seatParameter } from "../../api/route-parts.ts";
import { Ulid } from "../../case/case-schemas.ts";
import type { Services } from "../../services.ts";
import { findReport } from "../find-reports.ts";
import { openReport } from "../open-report.ts";
import { type PrintedReport, reportForms, type ReportPrinter } from "./report-forms.ts";
import { reportToPrint } from "./report-to-print.ts";

const hand = createRoute({
  method: "get",
  path: "/cases/{caseId}/reports/{reportId}/{form}",
  summary: "A report as a file: a tagged PDF, a FHIR document, or one page of HTML that checks itself",
  request: {
    params: onCase.extend({ reportId: Ulid, form: z.enum(reportForms) }),
    headers: seatParameter,
  },
  responses: {
    200: { description: "The file", content: { "application/octet-stream": {} } },
    ...refusals,
  },
});

/** Reports as files. One that no longer stands says so. */
export const reportFormRoutes = (services: Services, printer: ReportPrinter) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(hand, async (c) => {
    const { reportId, form } = c.req.valid("param");
    const visit = c.get("visit");
    const found = await findReport(services, visit, reportId);
    if (!found.ok) return refused(c, found.reason);
    const report = await openReport(services, visit, reportId);
    const { n } = found.value;
    const printed = await printer.print(form, await reportToPrint(services, visit, found.value, report));
    const { bytes, extension, lacksStamp } = printed;
    const body = { n, bytes: bytes.length, ...(lacksStamp && { timeStamp: "missing" }) };
    await bookRead(services.open.database, visit.seat, { subject: `report/${reportId}/${form}`, body });
    const ending = lacksStamp ? `-without-time-stamp.${extension}` : `.${extension}`;
    return new Response(Buffer.from(bytes), {
      headers: headersOf(printed, `${visit.row.number}-report-${n}${ending}`),
    });
  });

/** A file to keep, never a page of ours: what it holds runs nowhere. */
const headersOf = ({ mediaType }: PrintedReport, name: string): Headers =>
  new Headers({
    "cache-control": "no-store",
    "content-disposition": `attachment; filename="${name}"`,
    "content-security-policy": "sandbox; default-src 'none'",
    "content-type": mediaType,
    "x-content-type-options": "nosniff",
  });

import { mayCommand } from "@consilium/clinical";
import { writeZip, zipBytes } from "@consilium/exchange";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment, Visit } from "../api/api-context.ts";
import { bookRead } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { noteOpened } from "../report/open-report.ts";
import type { Services } from "../services.ts";
import { takeTurns } from "../take-turns.ts";
import { exportLimits, type Exporting, gatherExport } from "./gather-export.ts";
import { readRecordFiles } from "./read-record-files.ts";

const size = createRoute({
  method: "get",
  path: "/cases/{caseId}/export/size",
  summary:
    "How much taking the case along would be, without the reports and the case itself, which are small",
  request: { params: onCase, headers: seatParameter },
  responses: {
    200: json(
      "Files of the records that the seat may read",
      z.object({ files: z.int(), bytes: z.int(), most: z.int() }),
    ),
    ...refusals,
  },
});

const take = createRoute({
  method: "get",
  path: "/cases/{caseId}/export",
  summary:
    "The whole case as one ZIP, as far as the seat may read it: FHIR, signed reports, files, and a manifest",
  request: { params: onCase, headers: seatParameter },
  responses: {
    200: { description: "The ZIP", content: { "application/zip": {} } },
    ...refusals,
  },
});

/** Of those that are gathered at once, the next ones wait. */
const [atOnce, waiting] = [2, 8];

/** A case, to be taken along. */
export function exportRoutes(services: Services, exporting: Exporting) {
  const inTurn = takeTurns(atOnce, waiting);
  const may = ({ seat, facts }: Visit): boolean =>
    mayCommand("take the case along", seat, facts, services.now());
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(size, async (c) => {
      const visit = c.get("visit");
      if (!may(visit)) return refused(c, "no-right");
      const { files } = await readRecordFiles(services, visit);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      return c.json({ files: files.length, bytes, most: exportLimits.bytes }, 200);
    })
    .openapi(take, async (c) => {
      const visit = c.get("visit");
      if (!may(visit)) return refused(c, "no-right");
      const gathered = await inTurn(() => gatherExport(services, exporting, visit));
      if (gathered === "too-many") return refused(c, "too-many");
      if (!gathered.ok) return refused(c, gathered.reason);
      const { members, digest, at, standing } = gathered.value;
      const bytes = zipBytes(members);
      const body = { bytes, files: members.length, digest };
      await bookRead(services.open.database, visit.seat, { subject: "export", body });
      // Of those that no longer stand the package itself says so: nobody has to be asked.
      for (const report of standing) await noteOpened(services, visit, report);
      return new Response(ReadableStream.from(writeZip(members, at)), {
        headers: headersOf(`case-${visit.row.number}-${at.toISOString().slice(0, 10)}.zip`, bytes),
      });
    });
}

const headersOf = (name: string, bytes: number): Headers =>
  new Headers({
    "cache-control": "no-store",
    "content-disposition": `attachment; filename="${name}"`,
    "content-length": String(bytes),
    "content-security-policy": "sandbox; default-src 'none'",
    "content-type": "application/zip",
    "x-content-type-options": "nosniff",
  });

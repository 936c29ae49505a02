import { findOrganisation, requestRowsOfCases } from "@consilium/database";
import { dayIn } from "@consilium/foundation";
import { createSentences } from "@consilium/language";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import { knowsCase } from "../case/knows-case.ts";
import type { Services } from "../services.ts";
import { writeCalendar } from "./write-calendar.ts";

const due = createRoute({
  method: "get",
  path: "/cases/{caseId}/requests/{requestId}/calendar",
  summary: "The day that a request is due by, for a calendar; it names the case's number and nothing of it",
  request: {
    params: onCase.extend({ requestId: Ulid }),
    headers: seatParameter,
    query: z.object({ seat: Ulid.optional() }),
  },
  responses: {
    200: { description: "iCalendar", content: { "text/calendar": { schema: z.string() } } },
    ...refusals,
  },
});

/** `origin`: the site's address. */
export const calendarRoutes = (services: Services, origin: string) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed }).openapi(due, async (c) => {
    const { row, seat } = c.get("visit");
    const { database } = services.open;
    const { requestId } = c.req.valid("param");
    const requests = knowsCase(seat) ? await requestRowsOfCases(database, [row.id]) : [];
    const request = requests.find(({ id, state }) => id === requestId && state !== "withdrawn");
    if (!request?.dueAt) return refused(c, "no-such-request");
    const zone = (await findOrganisation(database, row.organisationId))?.details.zone ?? "UTC";
    const file = writeCalendar({
      id: request.id,
      day: dayIn(zone, request.dueAt),
      summary: createSentences("en", zone)("mail.calendarDue", { number: row.number }),
      address: `${origin}/cases/${row.id}/records`,
      asked: request.askedAt,
      host: new URL(origin).hostname,
    });
    return c.text(file, 200, {
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="${row.number}.ics"`,
      "content-type": "text/calendar; charset=utf-8",
    });
  });

import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { importRoutes } from "./import-routes.ts";
import { markRevealing } from "./mark-revealing.ts";
import { listRecords, readRecord } from "./read-records.ts";
import { RecordAnswer } from "./record-schemas.ts";
import { replaceEarlier, restoreEarlier } from "./replace-earlier.ts";

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/records",
  summary: "The records of a case, in the order in which they came",
  request: {
    params: onCase,
    headers: seatParameter,
    query: z.object({
      after: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
  },
  responses: {
    200: json("A page of records", z.object({ items: z.array(RecordAnswer), next: z.string().nullable() })),
    ...refusals,
  },
});

const onRecord = onCase.extend({ recordId: z.string().max(64) });

const read = createRoute({
  method: "get",
  path: "/cases/{caseId}/records/{recordId}",
  summary: "One record",
  request: {
    params: onRecord,
    headers: seatParameter,
    /** `exact`: an earlier version itself; else its newest one. */
    query: z.object({ exact: z.literal("").optional() }),
  },
  responses: { 200: json("The record", RecordAnswer), ...refusals },
});

const onEarlier = onRecord.extend({ earlierId: z.string().max(64) });
const versions = json("The two", z.object({ newer: z.string(), earlier: z.string() }));

const replace = createRoute({
  method: "post",
  path: "/cases/{caseId}/records/{recordId}/earlier/{earlierId}",
  summary: "Say that a record is the newer version of another one of its kind",
  request: { params: onEarlier, headers: seatParameter },
  responses: { 200: versions, ...refusals },
});

const restore = createRoute({
  method: "delete",
  path: "/cases/{caseId}/records/{recordId}/earlier/{earlierId}",
  summary: "Take that back: the earlier one is a record of the case again",
  request: { params: onEarlier, headers: seatParameter },
  responses: { 200: versions, ...refusals },
});

const mark = createRoute({
  method: "post",
  path: "/cases/{caseId}/records/{recordId}/revealing",
  summary:
    "Say whether a record tells the first opinion: a blind specialist does not get it before the reveal",
  request: {
    params: onRecord,
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ revealing: z.boolean() })) },
  },
  responses: { 200: json("Marked", z.object({ revealing: z.boolean() })), ...refusals },
});

/** Records, and the files that they come from. */
export function recordRoutes(services: Services) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .route("/", importRoutes(services))
    .openapi(list, async (c) => {
      const { after, limit: most } = c.req.valid("query");
      const visit = c.get("visit");
      const found = await listRecords(services, visit, { after: after ?? null, limit: most });
      if (!found.ok) return refused(c, found.reason);
      const leaving = { subject: "records", body: { records: found.value.items.map(({ id }) => id) } };
      return c.json(await release(c, services, visit, leaving, found.value), 200);
    })
    .openapi(read, async (c) => {
      const { recordId } = c.req.valid("param");
      const visit = c.get("visit");
      const found = await readRecord(services, visit, recordId, c.req.valid("query").exact !== undefined);
      if (!found.ok) return refused(c, found.reason);
      return c.json(await release(c, services, visit, { subject: `record/${recordId}` }, found.value), 200);
    })
    .openapi(replace, async (c) => {
      const { recordId, earlierId } = c.req.valid("param");
      const two = { newer: recordId, earlier: earlierId };
      const done = await replaceEarlier(services, commanderOf(c.get("visit")), two);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(restore, async (c) => {
      const { recordId, earlierId } = c.req.valid("param");
      const two = { newer: recordId, earlier: earlierId };
      const done = await restoreEarlier(services, commanderOf(c.get("visit")), two);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(mark, async (c) => {
      const { recordId } = c.req.valid("param");
      const { revealing } = c.req.valid("json");
      const done = await markRevealing(services, commanderOf(c.get("visit")), recordId, revealing);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}

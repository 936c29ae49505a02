import { recordsAccess } from "@consilium/clinical";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../api/api-context.ts";
import { release } from "../api/egress.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { json, onCase, seatParameter } from "../api/route-parts.ts";
import { Ulid } from "../case/case-schemas.ts";
import type { Services } from "../services.ts";
import { answerDelivery, beginDelivery, cancelDelivery, completeDelivery } from "./deliver.ts";
import { DeliveryAnswer, OneDelivery } from "./delivery-schemas.ts";
import { createDeliverySummaries } from "./delivery-summaries.ts";
import { listDeliveries, readOneDelivery } from "./describe-delivery.ts";

const ofDelivery = onCase.extend({ id: Ulid });
const headers = seatParameter;
const mostFiles = 100_000;

const begin = createRoute({
  method: "post",
  path: "/cases/{caseId}/deliveries",
  summary: "Begin to hand over files",
  request: { params: onCase, headers, body: { required: true, ...json("", z.object({ id: Ulid })) } },
  responses: {
    200: json("Begun before", z.object({ id: Ulid })),
    201: json("Begun", z.object({ id: Ulid })),
    ...refusals,
  },
});

const complete = createRoute({
  method: "post",
  path: "/cases/{caseId}/deliveries/{id}/complete",
  summary: "Say that these are all files: they are read once they are here",
  request: {
    params: ofDelivery,
    headers,
    body: { required: true, ...json("", z.object({ files: z.int().min(1).max(mostFiles) })) },
  },
  responses: { 202: json("They are read", z.object({ state: z.string() })), ...refusals },
});

const list = createRoute({
  method: "get",
  path: "/cases/{caseId}/deliveries",
  summary: "What was handed over, newest first",
  request: {
    params: onCase,
    headers,
    query: z.object({ before: Ulid.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }),
  },
  responses: {
    200: json("Deliveries", z.object({ items: z.array(DeliveryAnswer), next: z.string().nullable() })),
    ...refusals,
  },
});

const one = createRoute({
  method: "get",
  path: "/cases/{caseId}/deliveries/{id}",
  summary: "What became of each file of a delivery",
  request: { params: ofDelivery, headers },
  responses: { 200: json("The delivery", OneDelivery), ...refusals },
});

const cancel = createRoute({
  method: "post",
  path: "/cases/{caseId}/deliveries/{id}/cancel",
  summary: "Take a delivery back before it was read",
  request: { params: ofDelivery, headers },
  responses: { 200: json("Nothing of it stays", z.object({ cancelled: z.literal(true) })), ...refusals },
});

const answer = createRoute({
  method: "post",
  path: "/cases/{caseId}/deliveries/{id}/answer",
  summary: "Say which of the people found are the patient of this case: files of the others are left out",
  request: {
    params: ofDelivery,
    headers,
    body: { required: true, ...json("", z.object({ take: z.array(z.string().max(64)).max(1000) })) },
  },
  responses: { 200: json("It is read", z.object({ state: z.literal("waiting") })), ...refusals },
});

/** Files that are handed over, from "here they are" to what became of each. */
export function deliveryRoutes(services: Services) {
  const summaries = createDeliverySummaries();
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(begin, async (c) => {
      const begun = await beginDelivery(services, c.get("visit"), c.req.valid("json").id);
      if (!begun.ok) return refused(c, begun.reason);
      return c.json({ id: begun.value.id }, begun.value.isNew ? 201 : 200);
    })
    .openapi(complete, async (c) => {
      const { id } = c.req.valid("param");
      const done = await completeDelivery(services, c.get("visit"), id, c.req.valid("json").files);
      return done.ok ? c.json(done.value, 202) : refused(c, done.reason);
    })
    .openapi(list, async (c) => {
      const visit = c.get("visit");
      const { before, limit } = c.req.valid("query");
      if (!recordsAccess(visit.seat, visit.facts, services.now()).read) return refused(c, "no-right");
      const found = await listDeliveries(services, summaries, visit, { before: before ?? null, limit });
      const leaving = { subject: "deliveries", body: { deliveries: found.items.map(({ id }) => id) } };
      return c.json(await release(c, services, visit, leaving, found), 200);
    })
    .openapi(one, async (c) => {
      const visit = c.get("visit");
      const { id } = c.req.valid("param");
      if (!mayHear(services, visit)) return refused(c, "no-right");
      const found = await readOneDelivery(services, visit, id);
      if (!found) return refused(c, "no-such-delivery");
      return c.json(await release(c, services, visit, { subject: `delivery/${id}` }, found), 200);
    })
    .openapi(cancel, async (c) => {
      const done = await cancelDelivery(services, c.get("visit"), c.req.valid("param").id);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(answer, async (c) => {
      const { take } = c.req.valid("json");
      const done = await answerDelivery(services, c.get("visit"), c.req.valid("param").id, take);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    });
}

/** Names of files can tell the first opinion: whoever reads blind is not told them. */
function mayHear(services: Services, { seat, facts }: ApiEnvironment["Variables"]["visit"]): boolean {
  const access = recordsAccess(seat, facts, services.now());
  return access.read && !access.withoutRevealing;
}

import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { renewCode } from "../answer-place/renew-code.ts";
import type { ApiEnvironment } from "../api/api-context.ts";
import { malformed } from "../api/malformed.ts";
import { refusals, refused } from "../api/refused.ts";
import { commanderOf, json, onCase, seatParameter } from "../api/route-parts.ts";
import type { Services } from "../services.ts";
import { answerRequest } from "./answer-request.ts";
import { Instant, RequestState, SaidState, Ulid } from "./case-schemas.ts";
import { requestRecord } from "./request-record.ts";
import { sayOfItem } from "./say-of-item.ts";
import { withdrawRequest } from "./withdraw-request.ts";

const words = z.string().trim().max(2000);
const itemId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const recordId = z.string().max(64).nullable().default(null);

const request = createRoute({
  method: "post",
  path: "/cases/{caseId}/requests",
  summary: "Ask for a record that the case does not have",
  request: {
    params: onCase,
    headers: seatParameter,
    body: {
      required: true,
      ...json(
        "",
        z.object({
          item: itemId.nullable().default(null),
          what: z.string().trim().min(1).max(500),
          from: z.string().trim().max(500).nullable().default(null),
          of: Ulid.nullable().default(null),
          /** One plain address of `from`, which has no account: a mail with a link goes there. */
          address: z.string().max(254).nullable().default(null),
          message: words.nullable().default(null),
          why: words.nullable().default(null),
          due: Instant.nullable().default(null),
          required: z.boolean().default(false),
        }),
      ),
    },
  },
  responses: {
    201: json(
      "Asked; `code` is told once, where somebody without an account is asked",
      z.object({ request: Ulid, code: z.string().nullable() }),
    ),
    ...refusals,
  },
});

const answered = z.object({ state: RequestState });

const answerOfRequest = createRoute({
  method: "post",
  path: "/cases/{caseId}/requests/{requestId}/answer",
  summary: "Say what became of a request: the record is here, is not available, is not needed, or is awaited",
  request: {
    params: onCase.extend({ requestId: Ulid }),
    headers: seatParameter,
    body: {
      required: true,
      ...json("", answered.extend({ record: recordId, because: words.nullable().default(null) })),
    },
  },
  responses: { 200: json("Answered", answered), ...refusals },
});

const saidOfItem = z.object({ state: SaidState.nullable() });

const sayOf = createRoute({
  method: "post",
  path: "/cases/{caseId}/inventory/{item}",
  summary:
    "Say of something that the case needs that it is here, cannot be had or is not needed; null takes it back",
  request: {
    params: onCase.extend({ item: itemId }),
    headers: seatParameter,
    body: {
      required: true,
      ...json("", saidOfItem.extend({ record: recordId, because: words.nullable().default(null) })),
    },
  },
  responses: { 200: json("Said", saidOfItem), ...refusals },
});

const onRequest = onCase.extend({ requestId: Ulid });

const withdraw = createRoute({
  method: "post",
  path: "/cases/{caseId}/requests/{requestId}/withdrawal",
  summary: "Take a request back: whom it asked is told, and its answer place ends",
  request: {
    params: onRequest,
    headers: seatParameter,
    body: { required: true, ...json("", z.object({ because: words })) },
  },
  responses: { 200: json("Withdrawn", z.object({ state: z.literal("withdrawn") })), ...refusals },
});

const renew = createRoute({
  method: "post",
  path: "/cases/{caseId}/requests/{requestId}/code",
  summary: "Another code for the answer place of a request; it is told once, and the old one opens nothing",
  request: { params: onRequest, headers: seatParameter },
  responses: { 201: json("The code", z.object({ code: z.string() })), ...refusals },
});

/** Records that are asked for, and what is said of those that the case needs. */
export const requestRoutes = (services: Services) =>
  new OpenAPIHono<ApiEnvironment>({ defaultHook: malformed })
    .openapi(request, async (c) => {
      const { due, ...wanted } = c.req.valid("json");
      const until = due === null ? null : new Date(due);
      const done = await requestRecord(services, commanderOf(c.get("visit")), { ...wanted, due: until });
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    })
    .openapi(answerOfRequest, async (c) => {
      const said = { ...c.req.valid("json"), request: c.req.valid("param").requestId };
      const done = await answerRequest(services, commanderOf(c.get("visit")), said);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(sayOf, async (c) => {
      const said = { ...c.req.valid("json"), item: c.req.valid("param").item };
      const done = await sayOfItem(services, commanderOf(c.get("visit")), said);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(withdraw, async (c) => {
      const wish = { ...c.req.valid("json"), request: c.req.valid("param").requestId };
      const done = await withdrawRequest(services, commanderOf(c.get("visit")), wish);
      return done.ok ? c.json(done.value, 200) : refused(c, done.reason);
    })
    .openapi(renew, async (c) => {
      c.header("cache-control", "no-store");
      const done = await renewCode(services, commanderOf(c.get("visit")), c.req.valid("param").requestId);
      return done.ok ? c.json(done.value, 201) : refused(c, done.reason);
    });
